import { median } from "../statistics/interval.ts";
import { monotone } from "./monotone.ts";

/** Times of one load at one size of the working set, one for each whole sweep. */
export interface SizeTimes {
  bytes: number;
  /** ns */
  runs: readonly number[];
}

/** Sizes over which a load takes about the same time. */
export interface Plateau {
  /** first and last size measured, in bytes */
  from: number;
  to: number;
  /** median of the times at these sizes */
  ns: number;
}

/**
 * Where the time of a load leaves one plateau for the next: as fast as before up to `from`, as slow as after from `to` on,
 * both in bytes. Null: still rising at the largest size measured.
 */
export interface Knee {
  from: number;
  to: number | null;
}

export interface Staircase {
  plateaus: Plateau[];
  knees: Knee[];
}

/** A stretch on which time grows by more than this factor an octave is a rise: page walks alone cost up to 1.3. */
const STEEP_PER_OCTAVE = 1.4;

/** Two neighbouring sizes whose times differ by less are flat, however close they are: noise may do that. */
const STEEP_AT_ALL = 1.2;

/** Octaves that are flat for a plateau: less than a doubling may be the middle of a rise. */
const SHORTEST_PLATEAU = 1;

/** A rise below this factor in all is no knee: it would be within what a neighbour on the machine does. */
const LEAST_RISE = 1.5;

/** Of fewer sweeps none can be left out to see whether a knee stays: then nothing is told. */
export const LEAST_SWEEPS = 3;

/**
 * Finds the plateaus and the knees between them.
 *
 *     ns │                ┌──── plateau: flat over a doubling or more
 *        │            ╱ ╱
 *        │ ───────╮ ╱
 *        └────────┴───────┴──── bytes
 *               from      to    the knee, whole: a cache fills somewhere in between
 *
 * Of the times at each size the median counts; a size that stands out from both neighbours takes the larger of theirs; and since no
 * larger set is faster, what falls is averaged until nothing does. All of it is done again with each sweep left out in turn:
 * a knee has to be there every time, and its bounds are the widest. Sizes have to be in ascending order.
 */
export function findStaircase(sizes: readonly SizeTimes[]): Staircase {
  const sweeps = sweepsOf(sizes);
  if (sweeps < LEAST_SWEEPS) return { knees: [], plateaus: [] };
  const whole = readLevels(sizes);
  const partial = Array.from({ length: sweeps }, (_, left) => readLevels(without(sizes, left)).knees);
  const knees = joined(whole.knees.flatMap((knee) => widest(knee, partial)));
  return { knees, plateaus: whole.start === null ? [] : plateausOf(sizes, whole.start, knees) };
}

/** Whole sweeps that the times come from. */
export function sweepsOf(sizes: readonly SizeTimes[]): number {
  return sizes.length === 0 ? 0 : Math.min(...sizes.map(({ runs }) => runs.length));
}

function without(sizes: readonly SizeTimes[], left: number): SizeTimes[] {
  return sizes.map(({ bytes, runs }) => ({ bytes, runs: runs.filter((_, i) => i !== left) }));
}

/** The knee with the widest bounds that it has in any of the others; nothing if one of them lacks it. */
function widest(knee: Knee, others: Knee[][]): Knee[] {
  const same = others.map((knees) => knees.filter((other) => overlap(knee, other)));
  if (same.some(({ length }) => length === 0)) return [];
  const all = [knee, ...same.flat()];
  const ends = all.map(({ to }) => to ?? Infinity);
  const to = Math.max(...ends);
  return [{ from: Math.min(...all.map(({ from }) => from)), to: to === Infinity ? null : to }];
}

function overlap(a: Knee, b: Knee): boolean {
  return a.from < (b.to ?? Infinity) && b.from < (a.to ?? Infinity);
}

/** Knees whose bounds have grown into each other cannot be told apart: they become one. */
function joined(knees: Knee[]): Knee[] {
  const apart: Knee[] = [];
  for (const knee of knees) {
    const last = apart.at(-1);
    if (last && overlap(last, knee))
      last.to = last.to === null || knee.to === null ? null : Math.max(last.to, knee.to);
    else apart.push({ ...knee });
  }
  return apart;
}

function plateausOf(sizes: readonly SizeTimes[], start: number, knees: Knee[]): Plateau[] {
  const starts = [start, ...knees.flatMap(({ to }) => to ?? [])];
  return starts.map((from, i) => {
    const to = knees.at(i)?.from ?? sizes[sizes.length - 1].bytes;
    const inside = sizes.filter(({ bytes }) => bytes >= from && bytes <= to);
    return { from, to, ns: median(inside.map(({ runs }) => median(runs))) };
  });
}

interface Flat {
  first: number;
  last: number;
  log: number;
}

/** Where the first plateau starts, if there is one, and the knees between the plateaus. */
function readLevels(sizes: readonly SizeTimes[]): { start: number | null; knees: Knee[] } {
  const octaves = sizes.map(({ bytes }) => Math.log2(bytes));
  const logs = monotone(sizes.map(({ runs }) => Math.log2(median(runs))));
  const levels = mergeEqual(flats(octaves, logs));
  const knees = levels
    .slice(1)
    .map(({ first }, i): Knee => ({ from: sizes[levels[i].last].bytes, to: sizes[first].bytes }));
  const top = levels.at(-1);
  if (top === undefined) return { start: null, knees: [] };
  const unfinished = logs[logs.length - 1] - top.log >= Math.log2(LEAST_RISE);
  if (unfinished) knees.push({ from: sizes[top.last].bytes, to: null });
  return { start: sizes[levels[0].first].bytes, knees };
}

/** Stretches that do not rise steeply and are long enough for a plateau. */
function flats(octaves: readonly number[], logs: readonly number[]): Flat[] {
  const found: Flat[] = [];
  for (let first = 0, i = 1; i <= logs.length; ++i) {
    const rise = i < logs.length ? logs[i] - logs[i - 1] : Infinity;
    const steep = Math.max(STEEP_AT_ALL, STEEP_PER_OCTAVE ** (octaves[i] - octaves[i - 1]));
    if (rise < Math.log2(steep)) continue;
    const last = i - 1;
    if (octaves[last] - octaves[first] >= SHORTEST_PLATEAU)
      found.push({ first, last, log: median(logs.slice(first, i)) });
    first = i;
  }
  return found;
}

/** Neighbouring stretches between which the time hardly rises are one. */
function mergeEqual(stretches: readonly Flat[]): Flat[] {
  const levels: Flat[] = [];
  for (const stretch of stretches) {
    const below = levels.at(-1);
    if (below && stretch.log - below.log < Math.log2(LEAST_RISE)) below.last = stretch.last;
    else levels.push({ ...stretch });
  }
  return levels;
}
