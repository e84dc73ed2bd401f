import { counters } from "./counter.ts";
import { TABLE_BITS, TAGE } from "./defaults.ts";
import { outcomeHistory } from "./history.ts";
import type { Predictor } from "./predictor.ts";
import { type TaggedTable, taggedTable } from "./tagged-table.ts";

export interface TageOptions {
  /** log2 of the counters of the base predictor */
  tableBits?: number;
  /** log2 of the entries of each tagged table */
  taggedBits?: number;
  /** tagged tables */
  tables?: number;
  /** outcomes in the shortest and the longest history */
  shortest?: number;
  longest?: number;
}

export interface Tage extends Predictor {
  /** counters of the base predictor, 0 to 3 */
  base: Uint8Array;
  /** from the shortest history to the longest */
  tables: TaggedTable[];
}

/** What the tables say of a branch before it is executed. */
interface Lookup {
  /** the tagged table with the longest history that knows the branch, and its entry; -1 if none does */
  provider: number;
  entry: number;
  providerTaken: boolean;
  /** what would be said without the provider */
  alternate: boolean;
  /** the entry was made of late and has not yet shown its use */
  fresh: boolean;
  taken: boolean;
}

/**
 * TAGE-like: a two-bit base and tagged tables over geometrically longer histories; the longest that
 * knows the branch predicts. A misprediction claims an entry with a longer history. André Seznec and
 * Pierre Michaud, "A case for (partially) tagged geometric history length branch prediction", Journal
 * of Instruction-Level Parallelism 8, 2006.
 *
 * Simplified: no path history; one tag width; a new entry goes to the shortest history with a free
 * place, where the paper draws among them; all uses are halved now and then, where the paper clears
 * their high and low bits in turn; history is updated with the outcome at once.
 */
export function tage({
  tableBits = TABLE_BITS,
  taggedBits = TAGE.tableBits,
  tables: count = TAGE.tables,
  shortest = TAGE.shortest,
  longest = TAGE.longest,
}: TageOptions = {}): Tage {
  const base = counters(tableBits);
  const tables = geometric(shortest, longest, count).map((length) => taggedTable(taggedBits, length));
  const history = outcomeHistory(longest);
  let trust = 0;
  let branches = 0;
  // the answer to a prediction serves its update too, which halves the time of a run
  let known: { pc: number; found: Lookup } | null = null;

  function lookup(pc: number): Lookup {
    if (known?.pc !== pc) known = { pc, found: search(pc) };
    return known.found;
  }

  function search(pc: number): Lookup {
    const says = base.taken(pc);
    const found: Lookup = {
      provider: -1,
      entry: -1,
      providerTaken: false,
      alternate: says,
      fresh: false,
      taken: says,
    };
    for (let i = 0; i < tables.length; ++i) {
      const { index, matches, counters, useful } = tables[i];
      const entry = index(pc);
      if (!matches(pc, entry)) continue;
      if (found.provider >= 0) found.alternate = found.providerTaken;
      found.provider = i;
      found.entry = entry;
      found.providerTaken = counters[entry] >= 0;
      found.fresh = useful[entry] === 0 && (counters[entry] === 0 || counters[entry] === -1);
    }
    if (found.provider >= 0) found.taken = found.fresh && trust >= 0 ? found.alternate : found.providerTaken;
    return found;
  }

  function learn({ provider, entry, providerTaken, alternate, fresh }: Lookup, pc: number, taken: boolean) {
    if (provider < 0) return base.count(pc, taken);
    const { counters, useful } = tables[provider];
    if (providerTaken !== alternate) {
      const right = providerTaken === taken;
      if (fresh) trust = clamp(trust + (right ? -1 : 1), TAGE.trustLeast, TAGE.trustMost);
      useful[entry] = clamp(useful[entry] + (right ? 1 : -1), 0, TAGE.usefulMost);
    }
    counters[entry] = clamp(counters[entry] + (taken ? 1 : -1), TAGE.counterLeast, TAGE.counterMost);
  }

  /** Finds the branch a place with a longer history; if all are in use, makes each a little less so. */
  function allocate(provider: number, pc: number, taken: boolean) {
    const longer = tables.slice(provider + 1);
    const free = longer.find(({ useful, index }) => useful[index(pc)] === 0);
    if (free) free.claim(pc, free.index(pc), taken);
    else for (const { useful, index } of longer) useful[index(pc)] -= 1;
  }

  function remember(outcome: number) {
    for (const table of tables) table.push(outcome, history.at(table.historyLength - 1));
    history.push(outcome);
    if (++branches % TAGE.ageEvery === 0)
      for (const { useful } of tables) for (let i = 0; i < useful.length; ++i) useful[i] >>= 1;
  }

  return {
    name: "TAGE-like",
    storageBits: base.storageBits + count * 2 ** taggedBits * (3 + TAGE.tagBits + 2) + longest,
    base: base.values,
    tables,
    predict: (pc) => lookup(pc).taken,
    update: (pc, taken) => {
      const found = lookup(pc);
      learn(found, pc, taken);
      const providerRight = found.provider >= 0 && found.providerTaken === taken;
      if (found.taken !== taken && !providerRight) allocate(found.provider, pc, taken);
      remember(taken ? 1 : 0);
      known = null;
    },
  };
}

/** `count` lengths from the shortest to the longest, each the same factor above the last, rounded. */
export function geometric(shortest: number, longest: number, count: number): number[] {
  const factor = count > 1 ? (longest / shortest) ** (1 / (count - 1)) : 1;
  return Array.from({ length: count }, (_, i) => Math.round(shortest * factor ** i));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
