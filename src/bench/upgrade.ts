/** Fields that results of the same schema did not have at first, with what their absence means. */
const additions = { parallel: null, latencies: null, timeline: null };

/**
 * A result as the current harness would have written it. What is not a result is returned as it is, for the validator
 * to refuse; nothing that is there is changed.
 */
export function upgrade(json: unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  const { sweep } = json as { sweep?: unknown };
  const isSweep = typeof sweep === "object" && sweep !== null && !Array.isArray(sweep);
  return { ...additions, ...json, ...(isSweep && { sweep: { second: null, ...sweep } }) };
}
