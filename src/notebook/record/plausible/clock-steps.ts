import type { Environment, WorkerRecord } from "../../../bench/types.ts";
import type { Finding, Rule } from "./finding.ts";

/** Steps of `performance.now()` in µs, on an isolated page and on any other (Chromium 156, Firefox 153, WebKitGTK 2.50). */
const steps: Record<string, [isolated: number, other: number]> = {
  V8: [5, 100],
  SpiderMonkey: [20, 1000],
  JavaScriptCore: [20, 1000],
};

/** A clock read as 4.9 is one of 5: steps are told to the nearest tenth. */
export const ROUNDING = 0.98;

/** The finest step that the engine lets a page see, in µs; null for an engine nobody has looked at. */
export function finestStepUs({ engine, isolated }: Pick<Environment, "engine" | "isolated">): number | null {
  const known = Object.hasOwn(steps, engine) ? steps[engine] : null;
  return known?.[isolated ? 0 : 1] ?? null;
}

/** Times in a record have six digits, and 1.00000 is off by up to so much of itself; a quotient of two by twice that. */
const DIGITS = 5e-6;

/** Part of a step, or of a call, by which a whole number of them may seem to be missed. */
const NEAR = 0.02;

/**
 * A worker's clock gives whole steps, so n calls took a whole number of them, and a warm-up batch had a whole number of
 * calls. Times that were scaled, averaged or invented lie between.
 */
export const clockSteps: Rule = ({ environment, variants }) => {
  const stepUs = finestStepUs(environment);
  if (stepUs === null) return [];
  return variants.flatMap(({ workers }, v) =>
    workers.flatMap((worker, w) => ofWorker(worker, stepUs, `variants[${v}].workers[${w}]`)),
  );
};

function ofWorker({ n, slices, setAside, warmUp }: WorkerRecord, stepUs: number, path: string): Finding[] {
  const findings: Finding[] = [];
  const look = (field: string, us: number, calls: string) => {
    if (isWhole(us / stepUs)) return;
    findings.push({
      field: `${path}.${field}`,
      what: `${calls} took ${Number(us.toPrecision(7))} µs, which lies between two steps of a clock that moves by ${stepUs} µs`,
    });
  };
  for (const [i, ns] of slices.entries()) look(`slices[${i}]`, (ns * n) / 1000, `${n} calls`);
  for (const [i, ns] of setAside.entries()) look(`setAside[${i}]`, (ns * n) / 1000, `${n} calls`);
  for (const [i, [ms, ns]] of warmUp.entries()) {
    look(`warmUp[${i}]`, ms * 1000, "the batch");
    const calls = (ms * 1e6) / ns;
    if (ns > 0 && !isWhole(calls, 2))
      findings.push({ field: `${path}.warmUp[${i}]`, what: `a batch of ${calls.toFixed(2)} calls is none` });
  }
  return findings;
}

function isWhole(count: number, rounded = 1): boolean {
  return Math.abs(count - Math.round(count)) <= NEAR + rounded * DIGITS * count;
}
