/**
 * What a cache knows of a line: **m**odified (only copy, memory is out of date), **o**wned (memory is out of date, others may have
 * copies), **e**xclusive (only copy, as in memory), **s**hared, **i**nvalid.
 */
export type LineState = "M" | "O" | "E" | "S" | "I";

/** MESI is that of Papamarcos and Patel (1984); MSI lacks the exclusive state, MOESI adds an owner. */
export type CoherenceProtocol = "MSI" | "MESI" | "MOESI";

/**
 * One message on the bus. Requests reach all other caches: `read` asks for a copy, `own` for the only copy, `invalidate`
 * makes the only copy of one that is there. `line` is the answer of a cache or of memory, `write-back` updates memory.
 */
export interface CoherenceMessage {
  kind: "read" | "own" | "invalidate" | "line" | "write-back";
  /** core, or memory */
  from: number | "memory";
}

export interface Transition {
  /** of each core, afterwards */
  states: LineState[];
  /** in order; none if the access needed nobody */
  messages: CoherenceMessage[];
}

/** What one access of a core does to a line. */
export function access(
  protocol: CoherenceProtocol,
  states: readonly LineState[],
  core: number,
  writes: boolean,
): Transition {
  return writes ? write(states, core) : read(protocol, states, core);
}

function read(protocol: CoherenceProtocol, states: readonly LineState[], core: number): Transition {
  if (states[core] !== "I") return { states: [...states], messages: [] };
  const supplier = supplierOf(states, core);
  const alone: LineState = protocol === "MSI" ? "S" : "E";
  const keepsDirty = protocol === "MOESI";
  const dirty = states.some((state) => state === "M");
  return {
    states: states.map((state, i) => {
      if (i === core) return supplier === "memory" ? alone : "S";
      if (state === "M") return keepsDirty ? "O" : "S";
      return state === "E" ? "S" : state;
    }),
    messages: [
      { kind: "read", from: core },
      { kind: "line", from: supplier },
      ...(dirty && !keepsDirty ? [{ kind: "write-back" as const, from: supplier }] : []),
    ],
  };
}

function write(states: readonly LineState[], core: number): Transition {
  const after = states.map((_, i): LineState => (i === core ? "M" : "I"));
  const own = states[core];
  // only the other copies have to go
  if (own === "S" || own === "O") return { states: after, messages: [{ kind: "invalidate", from: core }] };
  if (own !== "I") return { states: after, messages: [] };
  return {
    states: after,
    messages: [
      { kind: "own", from: core },
      { kind: "line", from: supplierOf(states, core) },
    ],
  };
}

/** Who answers a request: the core whose copy is newer than memory, else any that has one, else memory. */
function supplierOf(states: readonly LineState[], core: number): number | "memory" {
  const dirty = states.findIndex((state) => state === "M" || state === "O");
  if (dirty >= 0) return dirty;
  const clean = states.findIndex((state, i) => i !== core && state !== "I");
  return clean >= 0 ? clean : "memory";
}
