import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Line, type Recorded, readAcceptance } from "../../src/site/acceptance/lines.ts";
import { type Row, tableOf } from "../../src/site/acceptance/table.ts";

const line = (changes: Partial<Line>): Line => ({
  ...{
    test: "same",
    pair: { kernel: "chain" },
    seed: 1,
    verdict: "unclear",
    ratio: 1.01,
    interval: [0.9, 1.1],
  },
  ...{ coverage: 0.96, typicalNs: [1000, 1000], blockNoise: 0.02, blocks: 12, setAside: 0, redone: 0 },
  ...{ elapsedMs: 2800, spawnMs: 12, unsettled: 0, longestTaskMs: 0, warnings: [] },
  ...changes,
});

function rowsOf(lines: Line[], rivals: Recorded["rivals"] = []): Row[] {
  return tableOf([{ name: "chromium-plain", lines, rivals }])[0].rows;
}

const found = (rows: Row[], what: string) => rows.find((row) => row.what.startsWith(what));
const times = <T>(count: number, value: T): T[] => Array(count).fill(value);

describe("the acceptance table", () => {
  it("is a section for each setting, named in words", () => {
    const sections = tableOf(
      ["firefox-isolated", "webkit-plain"].map((name) => ({ name, lines: [], rivals: [] })),
    );
    expect(sections.map(({ title }) => title)).toEqual(["Firefox, isolated", "WebKitGTK, not isolated"]);
  });

  it("counts false alarms against one in twenty", () => {
    const quiet = times(19, line({}));
    const what = "A kernel against itself, called faster or slower";
    expect(found(rowsOf([...quiet, line({ verdict: "faster" })]), what)).toMatchObject({
      found: "1 of 20 (5.0 %)",
      met: true,
    });
    expect(
      found(rowsOf([...quiet, line({ verdict: "slower" }), line({ verdict: "faster" })]), what)?.met,
    ).toBe(false);
  });

  it("wants half of the first-listed to be the faster, give or take a twentieth", () => {
    const lines = (faster: number) => [
      ...times(faster, line({})),
      ...times(100 - faster, line({ ratio: 0.99 })),
    ];
    const what = "A kernel against itself, the first listed";
    expect(found(rowsOf(lines(55)), what)?.met).toBe(true);
    expect(found(rowsOf(lines(44)), what)?.met).toBe(false);
  });

  it("asks whether the interval holds the truth, not whether the estimate is near", () => {
    const five = (interval: [number, number]) => line({ test: "five-percent", verdict: "slower", interval });
    const what = "1.05 times the work, 1.05 inside";
    expect(found(rowsOf(times(20, five([1.04, 1.06]))), what)?.met).toBe(true);
    expect(found(rowsOf(times(20, five([1.06, 1.07]))), what)?.met).toBe(false);
    expect(found(rowsOf(times(19, five([1.06, 1.07]))), what)?.met).toBe(null);
  });

  it("compares times with one long measurement, within 2 % from a microsecond on and 5 % below", () => {
    const bias = (size: number, ns: number) =>
      line({
        test: "bias",
        pair: { kernel: "chain", sizes: [size, size] },
        typicalNs: [ns, ns],
        shotNs: 1000,
      });
    const rows = rowsOf([bias(100, 1040), bias(1000, 1040)]);
    expect(found(rows, "Time of 100 ")).toMatchObject({ found: "1.040", met: true });
    expect(found(rows, "Time of 1,000 ")).toMatchObject({ found: "1.040", met: false });
  });

  it("takes a refusal as an answer where nothing can be said, and a wrong number as none", () => {
    const range = (verdict: string, interval: [number, number]) =>
      line({ test: "range", pair: { kernel: "dead", sizes: [1000, 2000] }, verdict, interval });
    const what = "1,000 against 2,000 steps whose result is thrown away";
    expect(found(rowsOf([range("refused", [1, 1]), range("slower", [1.95, 2.02])]), what)?.met).toBe(true);
    expect(found(rowsOf([range("same", [0.99, 1.01])]), what)?.met).toBe(false);
  });

  it("names rivals and promises nothing for them", () => {
    const rival = {
      test: "same" as const,
      pair: { kernel: "sum" },
      seed: 1,
      ratio: 1.2,
      ns: 1,
      elapsedMs: 1,
    };
    const rows = rowsOf([], [{ ...rival, tool: "mitata", differs: true }]);
    expect(rows).toEqual([
      {
        what: "mitata: a kernel against itself, called different",
        found: "1 of 1 (100 %)",
        target: "",
        met: null,
      },
    ]);
  });

  it("reads what was recorded, rivals apart", () => {
    const folder = mkdtempSync(join(tmpdir(), "acceptance-"));
    const lines = [line({}), { ...line({}), tool: "mitata" }, { ...line({}), test: "contamination" }];
    writeFileSync(
      join(folder, "chromium-isolated.jsonl"),
      `${lines.map((l) => JSON.stringify(l)).join("\n")}\n`,
    );
    const [{ name, lines: own, rivals }] = readAcceptance(folder);
    expect([name, own.length, rivals.length]).toEqual(["chromium-isolated", 1, 2]);
  });
});
