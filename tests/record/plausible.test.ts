import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { misfits } from "../../src/notebook/record/fits.ts";
import type { Finding } from "../../src/notebook/record/plausible/finding.ts";
import { implausibilities } from "../../src/notebook/record/plausible/plausible.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { parseRecord } from "../../src/notebook/record/shape.ts";
import { declared, goodRecord, NOTEBOOK, TODAY } from "./good-record.ts";
import { mutations, spoilt } from "./mutations.ts";

/** What is wrong with a record as the text of a file, the first field first. */
function wrongIn(json: string): Finding[] {
  let record: NotebookRecord;
  try {
    record = parseRecord(json);
  } catch (error) {
    const [, field, what] = /^(?:record\.)?(.*?): (.*)$/s.exec((error as Error).message) ?? [];
    return [{ field, what }];
  }
  return [...misfits(record, NOTEBOOK, declared), ...implausibilities(record, TODAY)];
}

describe("a record", () => {
  let good: NotebookRecord;
  beforeAll(async () => {
    good = await goodRecord();
  });

  it("of every shape of experiment, as the harness makes it, is accepted", () => {
    expect(Object.values(good.results).map(({ kind }) => kind)).toEqual([
      "comparison",
      "sweep",
      "parallel",
      "latencies",
      "timeline",
    ]);
    expect(wrongIn(JSON.stringify(good))).toEqual([]);
  });

  it.each(mutations)("with $name is refused, and the field named", (mutation) => {
    const [found] = wrongIn(JSON.stringify(spoilt(good, mutation)));
    expect(found?.what).toBeTruthy();
    if (typeof mutation.field === "string") expect(found.field).toBe(mutation.field);
    else expect(found.field).toMatch(mutation.field);
  });

  it("that is no JSON is refused in words", () => {
    expect(wrongIn("{")[0].what).toMatch(/^no JSON: /);
  });

  it("of calls so short that a warm-up batch holds tens of thousands is accepted: six digits of a time count them only nearly", () => {
    const record = structuredClone(good);
    const { workers } = record.results.pair.variants[0];
    const batch = (ms: number, calls: number): [number, number] => [
      ms,
      Number(((ms * 1e6) / calls).toPrecision(6)),
    ];
    workers[0].warmUp = [batch(4.005, 36_637), batch(4.01, 38_911), batch(3.995, 27_713)];
    expect(implausibilities(record, TODAY)).toEqual([]);
    workers[0].warmUp = [[4.005, 2003.4]];
    expect(implausibilities(record, TODAY)[0]?.field).toBe("results.pair.variants[0].workers[0].warmUp[0]");
  });

  it("under a coarse clock may have equal times: a slice is then a whole number of long steps", () => {
    const fields = (resolutionUs: number) => {
      const record = structuredClone(good);
      const { environment, variants } = record.results.pair;
      Object.assign(environment, { isolated: false, clock: { resolutionUs, callNs: 40 } });
      for (const { workers } of variants)
        for (const worker of workers) Object.assign(worker, { warmUp: [], slices: [64e6 / worker.n] });
      return implausibilities(record, TODAY).map(({ field }) => field);
    };
    expect(fields(100)).toContain("results.pair.variants[0].workers");
    expect(fields(1000)).not.toContain("results.pair.variants[0].workers");
  });

  it("of code that may handle many elements at a time may be faster than a cycle for each", () => {
    const record = structuredClone(good);
    record.results.pair.variants[0].workers[0].slices[0] = 50;
    const fast = (helpers: string) =>
      misfits(
        record,
        NOTEBOOK,
        declared.map((experiment) => ({ ...experiment, helpers })),
      );
    expect(fast("for (let i = 0; i < n; ++i) sum += xs[i];")).toHaveLength(1);
    expect(fast("const { instance } = await WebAssembly.instantiate(bytes);")).toEqual([]);
    expect(fast("to.set(from);")).toEqual([]);
  });
});

describe("the records of the book", () => {
  const files = globSync("notebooks/*/*.recorded/*.json");

  it("are there", () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)("%s can be true", (file) => {
    const record = parseRecord(readFileSync(file, "utf8"));
    expect(implausibilities(record, new Date(record.recordedAt))).toEqual([]);
  });
});
