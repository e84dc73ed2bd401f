import { access, type CoherenceMessage, type CoherenceProtocol, type LineState } from "./protocol.ts";

/** One access of a program: an `add` reads and writes in one indivisible step, and needs the line as a write does. */
export interface SharedAccess {
  core: number;
  does: "reads" | "writes" | "adds to";
  /** name of the variable */
  what: string;
}

export interface CoherenceOptions {
  cores: number;
  protocol?: CoherenceProtocol;
  /** bytes of a line: what caches hand to each other as one piece */
  granule: number;
  /** byte at which each variable begins */
  at: Record<string, number>;
}

/** ns of what an access waits for. A write-back is not waited for. */
export interface CoherenceCosts {
  /** an access that needs nobody */
  hit: number;
  /** a request that reaches the other caches */
  request: number;
  /** a line from another cache */
  fromCache: number;
  /** a line from memory */
  fromMemory: number;
}

export interface CoherenceStep extends SharedAccess {
  /** number of the line */
  line: number;
  messages: CoherenceMessage[];
  /** of the line, in each core, after the step */
  states: LineState[];
}

export interface CoherenceRun {
  cores: number;
  /** numbers of the lines in use, in order, each with its variables */
  lines: { line: number; variables: string[] }[];
  steps: CoherenceStep[];
}

/** Runs a program on caches that are large enough for all of it and empty at first; one access after the other. */
export function runCoherence(program: readonly SharedAccess[], options: CoherenceOptions): CoherenceRun {
  const { cores, protocol = "MESI", granule, at } = options;
  const states = new Map<number, LineState[]>();
  const steps = program.map((step): CoherenceStep => {
    const line = lineOf(step.what, at, granule);
    const before = states.get(line) ?? Array<LineState>(cores).fill("I");
    const after = access(protocol, before, step.core, step.does !== "reads");
    states.set(line, after.states);
    return { ...step, line, ...after };
  });
  const lines = [...states.keys()].sort((a, b) => a - b);
  const used = new Set(program.map(({ what }) => what));
  const namesOn = (line: number) => [...used].filter((name) => lineOf(name, at, granule) === line).sort();
  return { cores, steps, lines: lines.map((line) => ({ line, variables: namesOn(line) })) };
}

/** ns that the core of this step waits for it. */
export function stepTime({ messages }: CoherenceStep, costs: CoherenceCosts): number {
  const waits = messages.map(({ kind, from }) => {
    if (kind === "write-back") return 0;
    if (kind !== "line") return costs.request;
    return from === "memory" ? costs.fromMemory : costs.fromCache;
  });
  return waits.reduce((sum, ns) => sum + ns, costs.hit);
}

/**
 * Accesses that had to send for their line, or for the right to write to it, only because another variable shares it: those that
 * need no message when each variable has a line of its own.
 */
export function falselyShared(program: readonly SharedAccess[], options: CoherenceOptions): boolean[] {
  const names = [...new Set(program.map(({ what }) => what))];
  const apart = Object.fromEntries(names.map((name, i) => [name, i * options.granule]));
  const together = runCoherence(program, options).steps;
  const alone = runCoherence(program, { ...options, at: apart }).steps;
  return together.map(({ messages }, i) => messages.length > 0 && alone[i].messages.length === 0);
}

function lineOf(what: string, at: Record<string, number>, granule: number): number {
  if (!(what in at)) throw new RangeError(`“${what}” has no address; give it one in \`at\``);
  return Math.floor(at[what] / granule);
}
