// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { Outcome, Result, Setting } from "../../src/bench/types.ts";
import { COLUMNS, resultsCsv } from "../../src/notebook/share/export/csv.ts";
import { resultText } from "../../src/notebook/share/export/text.ts";
import { asMeasured, type Shared, sharedResults } from "../../src/notebook/share/shared.ts";
import { compared, outcome, swept } from "../charts/synthetic.ts";
import { delayed, scaled, timed, worked } from "../charts/synthetic-shapes.ts";

const link = "https://hotpath.example/cpu/branches/#nb=branches/sorted-vs-random";

function shared(part: Partial<Shared>): Shared {
  return {
    manifest: {
      ...{ id: "branches/sorted-vs-random", title: "Sorted against random", theme: "air" },
      ...{ file: "notebooks/branches/sorted-vs-random.html", version: "0123456789abcdef" },
      cells: [
        { id: 2, name: "sumAbove" },
        { id: 6, name: "order" },
      ],
    } as unknown as Shared["manifest"],
    element: document.createElement("div"),
    outcomes: [],
    inputs: [],
    settings: [],
    areInputsChanged: false,
    edits: new Map(),
    measuredEdits: new Map(),
    ...part,
  };
}

const n: Setting = {
  name: "n",
  label: "Numbers in the array",
  value: 4096,
  words: (value) => `${Number(value).toLocaleString("en-GB")} numbers`,
};
const own = compared("Chromium", "sorted", 1, { random: 3 });
const spec: Outcome["spec"] = {
  variants: {},
  baseline: "sorted",
  claims: [{ says: "random order costs twice as much", of: "random", atLeast: 2 }],
};

const textOf = (shared: Shared) => resultText(shared, asMeasured(shared), link);

describe("a result as text", () => {
  it("has verdict, ratio, interval, coverage, browser, machine, inputs and link", () => {
    const measured = {
      ...outcome([compared("Firefox", "sorted", 1, { random: 4 })], own),
      ownInputs: { n: 1024 },
    };
    const text = textOf(shared({ outcomes: [["order", measured]], settings: [n] }));
    expect(text).toBe(`Sorted against random

order, measured on this machine, 2026-11-20 12:00 UTC
  verdict: random is slower than sorted by at least 195 % (2.9 times the time).
  ratio random / sorted: 3.000 (2.955 to 3.060), coverage 96.1 %, 12 blocks
  time per element: random 3.0 ns, sorted 1.0 ns
  inputs: Numbers in the array (n) = 1,024 numbers
  browser: Chromium 156 (engine), Linux
  machine: 2 cores, isolated, clock step 5.0 µs, reference kernel 1.0 ns a step
  harness: 1, seed 1

code: as published (notebooks/branches/sorted-vs-random.html, version 0123456789abcdef)
link: ${link}
`);
  });

  it("holds every claim against it, and says which cells were changed", () => {
    const times = worked("Chromium", { sorted: () => 1, random: () => 3 });
    const measured: Outcome = { recorded: [], own: times, spec };
    const text = textOf(shared({ outcomes: [["order", measured]], measuredEdits: new Map([[6, ""], [2, ""]]) })); // biome-ignore format: one line
    expect(text).toMatch(/\n {2}claim holds: random order costs twice as much \(ratio 3\.0/);
    expect(text).toContain("\ncode: changed in sumAbove (cell 2), order (cell 6); the link has it\n");
  });

  it("before the first run is that of the recorded results, and says so", () => {
    const recorded = [{ ...own, machine: "AMD EPYC" }, compared("Firefox", "sorted", 1, { random: 4 })];
    const text = textOf(shared({ outcomes: [["order", outcome(recorded)]] }));
    expect(text).toContain("\norder, recorded on AMD EPYC, 2026-11-20 12:00 UTC\n");
    expect(text.match(/^ {2}verdict: /gm)).toHaveLength(2);
    expect(text).not.toContain("this machine");
  });

  it("of a sweep has a line of times for each variant", () => {
    const taken = swept("Chromium", "taken", [0, 0.5, 1], { if: (x) => 1 + x, mask: () => 1 });
    const text = textOf(shared({ outcomes: [["probability", outcome([], taken)]] }));
    expect(text).toContain("  time of if per element at taken 0: 1.0 ns, 0.5: 1.5 ns, 1: 2.0 ns\n");
    expect(text).toContain("  time of mask per element at taken 0: 1.0 ns");
  });

  it("of a model has its inputs, the sentences under its figures and its open tables", () => {
    const element = document.createElement("div");
    element.innerHTML = `<div class="nb-output"><figure><svg></svg><figcaption>gshare
      knows 99&nbsp;%.</figcaption><details><table><tr><td>folded</td></tr></table></details></figure>
      <table><tr><th>predictor</th><th>misses</th></tr><tr><th>two-bit</th><td>12.0</td></tr></table></div>`;
    const text = textOf(shared({ element, settings: [n] }));
    expect(text).toContain(
      "a model, computed from a seed, with\n  Numbers in the array (n) = 4,096 numbers\n",
    );
    expect(text).toContain("\ngshare knows 99 %.\n\npredictor  misses\ntwo-bit    12.0\n");
    expect(text).not.toContain("folded");
  });
});

describe("raw data as CSV", () => {
  const rows = (results: [string, Result][]) =>
    parse(
      resultsCsv(
        sharedResults(shared({ outcomes: results.map(([name, result]) => [name, outcome([], result)]) })),
      ),
    );

  it("has a line for every number that was measured, in the documented columns", () => {
    const times = worked("Chromium", { a: () => 1, b: () => 2 });
    const [head, ...lines] = rows([["run", times]]);
    expect(head).toEqual([...COLUMNS]);
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([COLUMNS.length]));
    const workers = times.variants.flatMap(({ workers }) => workers);
    const numbers = workers.flatMap(({ slices, setAside, warmUp }) => [...warmUp, ...slices, ...setAside]);
    expect(lines).toHaveLength(numbers.length);
    const slices = lines.filter((line) => line[COLUMNS.indexOf("quantity")] === "ns_per_call");
    expect(slices.map((line) => Number(line[COLUMNS.indexOf("value")]))).toEqual(
      workers.flatMap(({ slices, setAside }) => [...slices, ...setAside]),
    );
  });

  it("has columns and quantities that the page about the harness explains", () => {
    const page = readFileSync("content/reference/harness.mdx", "utf8");
    const written = readFileSync("src/notebook/share/export/csv.ts", "utf8");
    const quantities = [...written.matchAll(/"(\w+_(?:per|in)_\w+|latency_ns)"/g)].map(([, name]) => name);
    expect(quantities.length).toBeGreaterThanOrEqual(6);
    for (const name of [...COLUMNS, ...quantities]) expect(page).toContain(`\`${name}\``);
  });

  it.each<[string, Result, Record<string, number>]>([
    ["sweep", swept("Chromium", "taken", [0, 1], { if: () => 1 }), { ns_per_call: 2 }],
    ["parallel", scaled("Chromium", [1, 2], { alone: () => 1 }), { calls_per_second: 2 }],
    ["latencies", delayed("Chromium", { a: () => 100 }), { latency_ns: 1, calls_in_bucket: 1 }],
    ["timeline", timed("Chromium", { a: () => 5 }), { calls_in_bin: 1 }],
  ])("%s", (kind, result, least) => {
    const [, ...lines] = rows([["run", result]]);
    for (const [quantity, count] of Object.entries(least))
      expect(lines.filter((line) => line[14] === quantity).length).toBeGreaterThanOrEqual(count);
    expect(new Set(lines.map((line) => line[5]))).toEqual(new Set([kind]));
    for (const line of lines)
      expect(line.slice(15).every((value) => Number.isFinite(Number(value)))).toBe(true);
  });

  it("tells own, earlier and recorded results apart, each with its inputs", () => {
    const recorded = { ...worked("Firefox", { a: () => 1 }), machine: 'AMD "EPYC", 2' };
    const own = worked("Chromium", { a: () => 1 });
    const measured: Outcome = { recorded: [recorded], own, ownInputs: { n: 4 }, earlier: [own], spec };
    const [, ...lines] = parse(resultsCsv(sharedResults({ outcomes: [["run", measured]] })));
    expect(new Set(lines.map(([source, machine, browser]) => [source, machine, browser].join("|")))).toEqual(
      new Set([
        "own|this machine|Chromium 156",
        "earlier|this machine|Chromium 156",
        'recorded|AMD "EPYC", 2|Firefox 153',
      ]),
    );
    expect(lines[0][6]).toBe('{"n":4}');
  });

  test("no name can become a formula of a spreadsheet", () => {
    for (const name of ["=HYPERLINK(1)", "+1", "-1", "@a", "\ta", 'a"b', "a,b", "a\nb"]) {
      const csv = resultsCsv(
        sharedResults(shared({ outcomes: [["run", outcome([], worked("Chromium", { [name]: () => 1 }))]] })),
      );
      const variant = parse(csv)[1][7];
      expect(variant.replace(/^'/, "")).toBe(name);
      expect(variant).not.toMatch(/^[=+\-@\t\r]/);
    }
  });
});

describe("a link below a result", () => {
  const inputs: Shared["inputs"] = [["n", 4096], ["other", 1]]; // biome-ignore format: one line
  const edits = new Map([[2, "now"]]);
  const measured: Outcome = { recorded: [own], own, ownInputs: { n: 1024 }, spec };

  it("brings back the inputs and the code that it was measured with", () => {
    const now = shared({
      outcomes: [["order", measured]],
      inputs,
      edits,
      measuredEdits: new Map([[2, "then"]]),
    });
    expect(asMeasured(now)).toEqual({
      inputs: [
        ["n", 1024],
        ["other", 1],
      ],
      areInputsChanged: true,
      edits: new Map([[2, "then"]]),
    });
  });

  it("brings neither where the result was recorded, and the inputs as they are set where it is a model's", () => {
    const recorded = shared({
      outcomes: [["order", { ...measured, own: null }]],
      inputs,
      edits,
      areInputsChanged: true,
    });
    expect(asMeasured(recorded)).toMatchObject({ areInputsChanged: false, edits: new Map() });
    expect(asMeasured(shared({ inputs, areInputsChanged: true }))).toMatchObject({
      inputs,
      areInputsChanged: true,
    });
  });
});

/** RFC 4180. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === "" && plain === "") continue;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter(({ length }) => length > 0);
}
