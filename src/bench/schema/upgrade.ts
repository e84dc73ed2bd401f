import { CONFIDENCE } from "../defaults.ts";
import { coverageOf, rankFor } from "../statistics/interval.ts";

/** Fields that results of the same schema did not have at first, with what their absence means. */
const additions = { parallel: null, latencies: null, timeline: null };

/** Fields beyond which something is no result, nor a part of one; copying a hundred thousand took 0.1 s. */
const MOST_FIELDS = 100;

/**
 * A result as the current harness would have written it. What is not a result is returned as it is, for the validator
 * to refuse; nothing that is there is changed.
 */
export function upgrade(json: unknown): unknown {
  if (!isRecord(json)) return json;
  const { sweep, variants, latencies } = json;
  return {
    ...additions,
    ...json,
    ...(isRecord(sweep) && { sweep: { second: null, ...sweep } }),
    ...(isRecord(latencies) &&
      Array.isArray(latencies.variants) && {
        latencies: { ...latencies, variants: latencies.variants.map(upgradeLatencies) },
      }),
    ...(Array.isArray(variants) && { variants: variants.map(upgradeVariant) }),
  };
}

/** Quantiles did not state their coverage at first: it follows from the number of replicates. */
function upgradeLatencies(variant: unknown): unknown {
  if (!isRecord(variant) || !Array.isArray(variant.quantiles) || !Array.isArray(variant.replicates))
    return variant;
  const { length } = variant.replicates;
  const coverage = Math.max(0, coverageOf(length, rankFor(length, CONFIDENCE)));
  const quantiles = variant.quantiles.map((q) => (isRecord(q) ? { coverage, ...q } : q));
  return { ...variant, quantiles };
}

/** Slices were not set aside at first. */
function upgradeVariant(variant: unknown): unknown {
  if (!isRecord(variant) || !Array.isArray(variant.workers)) return variant;
  const workers = variant.workers.map((worker) => (isRecord(worker) ? { setAside: [], ...worker } : worker));
  return { ...variant, workers };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length <= MOST_FIELDS;
}
