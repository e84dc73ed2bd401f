import { describe, expect, it } from "vitest";
import { recordedLabel } from "../../src/bench/browser/label.ts";
import { type NotebookRecord, recordedOf, shortProcessor } from "../../src/notebook/record/record.ts";
import { compared } from "../charts/synthetic.ts";

const record = (
  machine: NotebookRecord["machine"],
  recordedAt = "2026-11-20T12:00:00.000Z",
): NotebookRecord => ({
  schema: "hot-path/record.v1",
  notebook: "loops/one",
  recordedAt,
  machine,
  results: { run: compared("Chromium", "a", 1, { b: 2 }) },
});
const epyc = { cpu: "AMD EPYC", os: "Debian 12", note: "" };
const labels = (...records: NotebookRecord[]) => {
  const recorded = recordedOf(records, "run");
  return recorded.map((result) => recordedLabel(result, recorded));
};

describe("recorded results", () => {
  it("of different browsers are told apart by the browser alone", () => {
    const firefox = { ...record(epyc), results: { run: compared("Firefox", "a", 1, { b: 2 }) } };
    expect(labels(record(epyc), firefox)).toEqual(["Chromium 156", "Firefox 153"]);
  });

  it("of one browser on two machines both appear, with the processor", () => {
    expect(labels(record(epyc), record({ ...epyc, cpu: "Apple M4" }))).toEqual([
      "Chromium 156, AMD EPYC",
      "Chromium 156, Apple M4",
    ]);
  });

  it("of equal processors are told apart by the system, then by the day", () => {
    expect(labels(record(epyc), record({ ...epyc, os: "Fedora 43" }))).toEqual([
      "Chromium 156, AMD EPYC, Debian 12",
      "Chromium 156, AMD EPYC, Fedora 43",
    ]);
    expect(labels(record(epyc), record(epyc, "2026-12-24T12:00:00.000Z"))).toEqual([
      "Chromium 156, AMD EPYC, 2026-11-20",
      "Chromium 156, AMD EPYC, 2026-12-24",
    ]);
  });

  it("without a machine say whose they are", () => {
    expect(recordedOf([record(null)], "run")[0].machine).toBe("a reader’s machine");
  });

  it("leave out records that lack the experiment", () => {
    expect(recordedOf([record(epyc)], "other")).toEqual([]);
  });
});

it.each([
  ["Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz", "Intel Core i7-8650U"],
  ["AMD Ryzen 7 5800X 8-Core Processor", "AMD Ryzen 7 5800X"],
  ["AMD Ryzen 7 7840U with Radeon 780M Graphics", "AMD Ryzen 7 7840U"],
  ["AMD EPYC", "AMD EPYC"],
  ["Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz", "Intel Xeon Platinum 8375C"],
  ["A chip with a name that goes on and on", "A chip with a name that goe…"],
])("the processor %s is shown as %s", (cpu, short) => {
  expect(shortProcessor(cpu)).toBe(short);
});
