import { describe, expect, it } from "vitest";
import { type Random, randomFrom } from "../../src/bench/statistics/random.ts";
import { LONGEST_SOURCE } from "../../src/notebook/sandbox/limits.ts";
import { readReply } from "../../src/notebook/sandbox/reply.ts";
import { answer, asText, jobs } from "./replies.ts";

/** Mutated answers of each kind of job. */
const CASES = 400;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const nasty: ((random: Random) => Json)[] = [
  () => null,
  () => -1,
  () => 1e308,
  () => "NaN",
  () => "\u001b[2J\u202e<img src=x onerror=alert(1)>",
  () => "x".repeat(200_000),
  () => [],
  () => ({}),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  () => Array.from({ length: 20_000 }, (_, n) => n),
  (random) => Math.floor(random() * 100) - 50,
  (random) => random() < 0.5,
];

/** A copy in which some places hold something else, more or less. */
function mutate(value: Json, random: Random, rate: number): Json {
  if (random() < rate) return nasty[Math.floor(random() * nasty.length)](random);
  if (Array.isArray(value)) {
    // a long list would else become megabytes of other things
    const rarely = rate / Math.max(1, value.length / 20);
    const copy = value.map((item) => mutate(item, random, rarely));
    if (random() < rate) copy.push(...copy.slice(0, 2));
    if (random() < rate) copy.length = Math.floor(copy.length / 2);
    return copy;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(() => random() > rate / 2);
  if (random() < rate) entries.push([random() < 0.5 ? "toString" : "extra", 1]);
  return Object.fromEntries(entries.map(([key, field]) => [key, mutate(field, random, rate)]));
}

/** All fields anywhere below, with their paths, list positions left out. */
function fields(value: unknown, path: string, found: Map<string, unknown[]>): Map<string, unknown[]> {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value))
    for (const [key, field] of Object.entries(value))
      fields(field, Array.isArray(value) ? `${path}[]` : `${path}.${key}`, found);
  found.set(path, [...(found.get(path) ?? []), value]);
  return found;
}

describe.for(jobs.map((job) => ({ kind: job.kind, job })))(
  "a mutated answer to a job of kind $kind",
  ({ job }) => {
    it(`is refused in words, or is as an answer must be, in ${CASES} seeded cases`, async () => {
      const good = JSON.parse(asText(await answer(job))) as Json;
      const known = new Set(fields(readReply(JSON.stringify(good), job), "", new Map()).keys());
      let refused = 0;
      for (let seed = 0; seed < CASES; ++seed) {
        const random = randomFrom(seed);
        const rate = [0.002, 0.02, 0.2][seed % 3];
        const text = JSON.stringify(mutate(good, random, rate));
        const reply = readReply(text, job);
        if (reply.type === "error") {
          refused += 1;
          expect(reply.message, `seed ${seed}`).toMatch(
            /^What the code sent .* was refused: .+\. Its worker was ended/s,
          );
          expect(reply.message.length, `seed ${seed}`).toBeLessThan(2_000);
          continue;
        }
        const wrong = [...fields(reply, "", new Map())].filter(
          ([path, values]) => !(known.has(path) || isFree(path)) || !values.every(isDecent),
        );
        expect(wrong, `seed ${seed}`).toEqual([]);
      }
      expect(refused, "cases refused").toBeGreaterThan(CASES / 4);
      expect("polluted" in {}).toBe(false);
    });
  },
);

/** Whether the names below it are the notebook's own. */
function isFree(path: string): boolean {
  return /^\.run\.(params|claims\[\]\.(at|overAt))/.test(path);
}

function isDecent(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string")
    return value.length <= LONGEST_SOURCE * 1.001 && !/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u.test(value);
  if (Array.isArray(value)) return value.length <= 5_000;
  return true;
}
