import { seeded } from "../random.ts";
import type { Turn } from "./prefetcher.ts";

export interface WalkOptions {
  /** turns in all */
  turns: number;
  /** lines that the walk goes through before it begins again */
  lines: number;
  seed?: number;
}

/** Lines `step` apart, in order; 1 unless given. */
export function stridedWalk({ turns, lines, step = 1 }: WalkOptions & { step?: number }): Turn[] {
  return Array.from({ length: turns }, (_, i) => ({ place: 0, line: (i % lines) * step }));
}

/** Two arrays by turns, by two instructions: one forwards, one backwards with a step of 3. */
export function twoWalks({ turns, lines }: WalkOptions): Turn[] {
  return Array.from({ length: turns }, (_, i) => {
    const at = (i >> 1) % lines;
    return i % 2 === 0 ? { place: 0, line: at } : { place: 1, line: 10 * lines - 3 * at };
  });
}

/** A list whose nodes have a line each: runs of `run` neighbours, the runs in a random order, the same in every round. */
export function listWalk({ turns, lines, run = 1, seed = 1 }: WalkOptions & { run?: number }): Turn[] {
  const random = seeded(seed);
  const runs = Array.from({ length: Math.ceil(lines / run) }, (_, i) => i);
  for (let i = runs.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [runs[i], runs[j]] = [runs[j], runs[i]];
  }
  const order = runs.flatMap((first) => Array.from({ length: run }, (_, k) => first * run + k));
  return Array.from({ length: turns }, (_, i) => ({ place: 0, line: order[i % order.length] }));
}

/** Any of `lines` lines that lie two apart, each turn anew: a hash table that fits, say. */
export function randomWalk({ turns, lines, seed = 1 }: WalkOptions): Turn[] {
  const random = seeded(seed);
  return Array.from({ length: turns }, () => ({ place: 0, line: 2 * Math.floor(random() * lines) }));
}
