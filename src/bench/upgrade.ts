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
  const { sweep, variants } = json;
  return {
    ...additions,
    ...json,
    ...(isRecord(sweep) && { sweep: { second: null, ...sweep } }),
    ...(Array.isArray(variants) && { variants: variants.map(upgradeVariant) }),
  };
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
