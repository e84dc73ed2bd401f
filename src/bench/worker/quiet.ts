import { REFERENCE_TOLERANCE } from "../defaults.ts";
import { round } from "../statistics/round.ts";
import { quietNs, type Reference, referenceNs } from "./reference.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** What the slices of one worker run should be. */
export interface Wanted {
  /** calls of a slice */
  n: number;
  /** slices on a quiet machine */
  slices: number;
  /** ms after which no further slice is begun */
  patienceMs: number;
  /** the reference kernel on this machine when it is quiet, as far as known, ns per step */
  quietNs: number | null;
}

export interface QuietSlices {
  /** ns per call */
  slices: number[];
  /** ns per call of slices beside which the reference kernel was slow */
  setAside: number[];
  /** the reference kernel beside `slices`, ns per step */
  referenceNs: number | null;
  /** the reference kernel when nothing disturbed it in this worker run, ns per step */
  quietNs: number | null;
}

/**
 * Slices with a reading of the reference kernel before and after each. A slice beside which it was slower than on the quiet
 * machine by more than 15 % is set aside, and others take its place while patience lasts. The reason lies in the
 * readings, never in the slice's own time, so no time is favoured. If no slice was quiet, all count, and the block is
 * told to be disturbed by its reference.
 */
export function measureQuietly(watch: Stopwatch, reference: Reference | null, wanted: Wanted): QuietSlices {
  const { n, slices: count, patienceMs } = wanted;
  const end = watch.now() + patienceMs;
  const times: number[] = [];
  const time = () => times.push(round((watch.time(n) * 1e6) / n));
  if (reference === null) {
    do time();
    while (times.length < count && watch.now() < end);
    return { slices: times, setAside: [], referenceNs: null, quietNs: null };
  }
  const readings = [reference.read()];
  /** the slower of the readings around slice i */
  const beside = (i: number) => Math.max(readings[i], readings[i + 1]);
  const isQuiet = (_: unknown, i: number) => beside(i) <= (1 + REFERENCE_TOLERANCE) * quiet();
  const quiet = () => Math.min(wanted.quietNs ?? Infinity, quietNs(readings) ?? Infinity);
  do {
    time();
    readings.push(reference.read());
  } while (times.filter(isQuiet).length < count && watch.now() < end);
  const kept = times.some(isQuiet) ? isQuiet : () => true;
  return {
    slices: times.filter(kept),
    setAside: times.filter((time, i) => !kept(time, i)),
    referenceNs: referenceNs(times.flatMap((time, i) => (kept(time, i) ? [beside(i)] : []))),
    quietNs: quietNs(readings),
  };
}
