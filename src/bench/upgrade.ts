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
  const { sweep } = json;
  return { ...additions, ...json, ...(isRecord(sweep) && { sweep: { second: null, ...sweep } }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length <= MOST_FIELDS;
}
