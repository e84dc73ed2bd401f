import { describe, expect, it } from "vitest";
import { claimProblems, claims } from "../../src/checks/notebooks/claims.ts";
import {
  CLAIMS_FILE,
  type ClaimRun,
  formatClaims,
  mergeClaims,
  parseClaims,
} from "../../src/notebook/claims/claim-runs.ts";
import { formatTable } from "../../src/notebook/claims/format-table.ts";
import { judge } from "../../src/notebook/claims/run-claims.ts";
import { exampleNotebook, exampleRecord, folderWith, html, ID } from "./recorded-book.ts";

const run: ClaimRun = {
  notebook: ID,
  experiment: "run",
  claim: "b costs at least twice as much",
  engine: "chromium",
  version: "156.0.1",
  state: "holds",
  ratio: 2.5,
  interval: [2.4, 2.6],
  machine: "Example 9000, Debian 12",
  date: "2026-11-20T12:00:00.000Z",
  hash: "abc",
};
const variations: ClaimRun[] = [
  run,
  { ...run, engine: "firefox" },
  { ...run, engine: "webkit" },
  { ...run, claim: "c" },
  { ...run, experiment: "s" },
  { ...run, notebook: "m/one" },
];

describe("stored claims", () => {
  it("are read as they were written, in an order of their own", () => {
    const text = formatClaims(variations.toReversed());
    expect(parseClaims(text)).toEqual(variations);
    expect(formatClaims(variations)).toBe(text);
  });

  it.each<[string, (runs: object[]) => void, RegExp]>([
    ["a field nobody knows", ([first]) => Object.assign(first, { host: "x" }), /^claims\.runs\[0\]\.host: /],
    [
      "an engine nobody knows",
      ([first]) => Object.assign(first, { engine: "lynx" }),
      /^claims\.runs\[0\]\.engine: /,
    ],
    [
      "a state nobody knows",
      ([first]) => Object.assign(first, { state: "true" }),
      /^claims\.runs\[0\]\.state: /,
    ],
    ["a ratio of nothing", ([first]) => Object.assign(first, { ratio: 0 }), /^claims\.runs\[0\]\.ratio: /],
    [
      "no evidence",
      ([first]) => Object.assign(first, { ratio: null }),
      /^claims\.runs\[0\]\.ratio: “holds” without/,
    ],
    [
      "a run twice",
      (runs) => runs.splice(1, 0, { ...run }),
      /^claims\.runs\[1\]: stands twice or out of order/,
    ],
    ["another order", (runs) => runs.reverse(), /^claims\.runs\[1\]: stands twice or out of order/],
  ])("with %s are refused, and the field named", (_, spoil, message) => {
    const file = JSON.parse(formatClaims(variations));
    spoil(file.runs);
    expect(() => parseClaims(JSON.stringify(file))).toThrow(message);
  });

  it("keep what was not run again, and lose what tells of other code", () => {
    const fresh = { ...run, state: "undecided" as const };
    const old = { ...run, engine: "firefox" as const, hash: "older" };
    const kept = mergeClaims([run, old, variations[2]], [fresh], ({ hash }) => hash === "abc");
    expect(kept).toEqual([variations[2], fresh]);
  });
});

describe("npm run check, of claims", () => {
  it("wants every claim of every notebook, of the cells as they are", async () => {
    const notebook = await exampleNotebook();
    const current = { ...run, hash: notebook.notebook.experiments[0].hash };
    const where = `${CLAIMS_FILE}:1:1: “${run.claim}” (${ID}, run)`;
    expect(claimProblems([notebook], [current])).toEqual([]);
    expect(claimProblems([notebook], [])).toEqual([`${where} is missing. Run it: npm run claims -- ${ID}.`]);
    expect(claimProblems([notebook], [current, { ...run, engine: "firefox" }])).toEqual([
      `${where} is stale in firefox: the cells have changed since. Run it: npm run claims -- ${ID}.`,
    ]);
    expect(claimProblems([notebook], [current, { ...current, claim: "old" }])).toEqual([
      `${CLAIMS_FILE}:1:1: “old” (${ID}, run) is no claim of ${ID} any more. Run it: npm run claims.`,
    ]);
  });

  it("says the command if there is no file, and names a claim on a model that does not hold", async () => {
    const root = folderWith({ [`notebooks/${ID}.html`]: html.replace("sum([1, 2, 3])", "sum([1, 2])") });
    expect(await claims.run(root)).toEqual([
      `notebooks/${ID}.html:1:1: “three numbers make six” does not hold: the model gives 3. Correct the claim, or the model.`,
      `${CLAIMS_FILE}:1:1: is missing. Write it: npm run claims.`,
    ]);
    const broken = folderWith({ [`notebooks/${ID}.html`]: html, [CLAIMS_FILE]: "{" });
    expect(await claims.run(broken)).toEqual([
      expect.stringMatching(/^content\/claims\.json:1:1: .*JSON.*\. Write it anew: npm run claims\.$/),
    ]);
  });
});

describe("a run of claims", () => {
  it("tells state, ratio and interval of each, with browser, day and cells", async () => {
    const { notebook, specs } = await exampleNotebook();
    const record = await exampleRecord();
    const [{ name: experiment, hash }] = notebook.experiments;
    const spec = specs.get(experiment);
    if (!spec) throw new Error("the example has no experiment");
    const claiming = { notebook: ID, experiment, hash, spec };
    const [judged] = judge(claiming, "chromium", { version: "156.0.1", record, said: "" });
    expect(judged).toMatchObject({
      ...{ notebook: ID, experiment: "run", claim: run.claim, engine: "chromium", version: "156.0.1" },
      ...{ state: "holds", hash, date: "2026-11-20T12:09:00.000Z" },
    });
    expect(judged.ratio).toBeCloseTo(record.results.run.comparisons[0].ratio, 2);
    expect(judged.interval?.[0]).toBeGreaterThan(2);
    const [without] = judge(claiming, "webkit", { version: "2.50", record: null, said: "no memory" });
    expect(without).toMatchObject({ state: "cannot run", ratio: null, interval: null });
    expect(parseClaims(formatClaims([judged, without]))).toHaveLength(2);
  });

  it("is printed one line a claim, with what they add up to", () => {
    const none = {
      ...run,
      engine: "webkit" as const,
      state: "cannot run" as const,
      ratio: null,
      interval: null,
    };
    expect(formatTable([run, none]).split("\n")).toEqual([
      "holds       2.5 (2.4 to 2.6)  chromium 156  loops/one run  b costs at least twice as much",
      "cannot run  –                 webkit 156    loops/one run  b costs at least twice as much",
      "",
      "2 claims: 1 holds, 1 cannot run.",
    ]);
  });
});
