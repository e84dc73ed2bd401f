import { beforeAll, describe, expect, it } from "vitest";
import { EDITED } from "../../src/bench/edited.ts";
import { bookOf } from "../../src/checks/notebooks/book.ts";
import { claims } from "../../src/checks/notebooks/claims.ts";
import { notebooks } from "../../src/checks/notebooks/notebooks.ts";
import { records } from "../../src/checks/notebooks/records.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { evaluateCompiled } from "../../src/notebook/render/evaluate.ts";
import { exampleRecord, folderWith, html, ID } from "./recorded-book.ts";

const notebookFile = `notebooks/${ID}.html`;
const fromReader = `notebooks/${ID}.recorded/anna-chromium.json`;
const own = `notebooks/${ID}.recorded/firefox.json`;

describe("npm run check, of recorded results", () => {
  let record: NotebookRecord;
  beforeAll(async () => {
    // as if recorded long ago, so that the day of the test does not matter
    record = await exampleRecord();
  });
  const book = (files: Record<string, NotebookRecord>, text = html) =>
    folderWith({
      [notebookFile]: text,
      ...Object.fromEntries(Object.entries(files).map(([file, value]) => [file, JSON.stringify(value)])),
    });

  it("accepts a reader's beside our own", async () => {
    const root = book({ [fromReader]: record, [own]: record });
    expect(await notebooks.run(root)).toEqual([]);
    expect(await records.run(root)).toEqual([]);
  });

  it("lets two records of one browser on two machines both show, each with its machine", async () => {
    const machine = { cpu: "Other 1", os: "Debian 12", note: "" };
    const second = `notebooks/${ID}.recorded/ben-chromium.json`;
    const { notebooks: found } = await bookOf(
      book({ [fromReader]: record, [second]: { ...record, machine } }),
    );
    const { outputs, dispose } = await evaluateCompiled(found[0].notebook);
    const heads = [...(outputs.get(2)?.querySelectorAll(".hp-claims thead th") ?? [])];
    dispose();
    expect(heads.slice(1).map((head) => head.textContent)).toEqual([
      "Chromium 156 Example 9000",
      "Chromium 156 Other 1",
    ]);
  });

  it("refuses one that cannot be true, with file, field, reason and the next step", async () => {
    const forged = structuredClone(record);
    forged.results.run.comparisons[0].verdict = "same";
    expect(await records.run(book({ [fromReader]: forged }))).toEqual([
      `${fromReader}:1:1: results.run.comparisons[0].verdict: is “same”, its interval gives “slower”. Press Run and then Download on that machine again, or remove the file.`,
    ]);
  });

  it("refuses one of code that its reader had changed, with the reason and not as stale", async () => {
    const edited = structuredClone(record);
    edited.results.run.bench.hash = EDITED;
    edited.edits = { run: { 1: "function sum() {}" } };
    const root = book({ [fromReader]: edited });
    expect(await notebooks.run(root)).toEqual([]);
    expect(await records.run(root)).toEqual([
      `${fromReader}:1:1: edits.run: was measured on code that its reader had changed (cells 1), and a record is of the notebook as it is. Press Reset, Run and Download on that machine, and add that file.`,
    ]);
  });

  it("refuses edits that are none", async () => {
    const odd = { ...record, edits: { run: { 1: 2 } } } as unknown as NotebookRecord;
    expect((await notebooks.run(book({ [fromReader]: odd })))[0]).toMatch(
      /not a recorded result: record\.edits\.run\.1: /,
    );
  });

  it("asks for the machine that a download leaves open", async () => {
    expect(await records.run(book({ [fromReader]: { ...record, machine: null } }))).toEqual([
      `${fromReader}:1:1: machine: does not say what it was measured on. Fill in its cpu, os and note.`,
    ]);
  });

  it("refuses one that was measured with other inputs than the page starts with", async () => {
    const text = html
      .replace(
        '<script id="2"',
        '<script id="4" type="text/x-typescript">\n    import * as Inputs from "npm:@observablehq/inputs";\n    const n = view(Inputs.range([1, 9], { value: 3, step: 1 }));\n  </script>\n  <script id="2"',
      )
      .replace("b: (xs) => sum(xs)", "b: (xs) => sum(xs) * n");
    const record = await exampleRecord(text);
    const other = `notebooks/${ID}.recorded/ben-chromium.json`;
    const root = book(
      {
        [fromReader]: { ...record, inputs: { run: { n: 3 } } },
        [other]: { ...record, inputs: { run: { n: 9 } } },
      },
      text,
    );
    expect(await records.run(root)).toEqual([
      `${other}:1:1: inputs.run: is {"n":9}, the page starts with {"n":3}. Press Reset, Run and Download on that machine, and add that file.`,
    ]);
  });

  it("tells our own to be recorded again, by the command for that browser", async () => {
    const forged = { ...record, recordedAt: "2099-01-01T00:00:00.000Z" };
    expect(await records.run(book({ [own]: forged }))).toEqual([
      `${own}:1:1: recordedAt: 2099-01-01T00:00:00.000Z lies in the future. Record it again: npm run record -- ${ID} --browser firefox.`,
    ]);
  });

  it("names a stale one, and the command that mends it", async () => {
    const changed = html.replace("b: (xs) => sum(xs)", "b: (xs) => sum(xs) + 0");
    const root = book({ [own]: record }, changed);
    expect(await notebooks.run(root)).toEqual([
      `${own}:1:1: the result of “run” is stale: the cells have changed since. Record it again: npm run record -- ${ID} --browser firefox.`,
    ]);
    // what is stale is not held against code that it never ran
    expect(await records.run(root)).toEqual([]);
  });

  it("names one that lacks an experiment", async () => {
    const other = html.replace("const run = view", "const race = view");
    expect(await notebooks.run(book({ [own]: record }, other))).toEqual([
      `${own}:1:1: the result of “race” is missing. Record it again: npm run record -- ${ID} --browser firefox.`,
    ]);
  });

  it("says once that a file is no record, and checks nothing else", async () => {
    const root = folderWith({ [notebookFile]: html, [own]: "{}" });
    expect(await notebooks.run(root)).toEqual([
      expect.stringMatching(
        /^notebooks\/loops\/one\.recorded\/firefox\.json:1:1: not a recorded result: record\.schema: /,
      ),
    ]);
    expect(await records.run(root)).toEqual([]);
    expect(await claims.run(root)).toEqual([]);
  });
});
