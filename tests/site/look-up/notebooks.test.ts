import { describe, expect, it } from "vitest";
import type { ClaimRun } from "../../../src/notebook/claims/claim-runs.ts";
import { readChapter } from "../../../src/site/chapters/chapter.ts";
import { byPart } from "../../../src/site/look-up/by-part.ts";
import {
  claimsInWords,
  lastRuns,
  measuredClaims,
  modelClaims,
} from "../../../src/site/notebooks/listed/claims.ts";
import { inBookOrder, listed } from "../../../src/site/notebooks/listed/listed.ts";
import { descriptionOf, thumbnailOf } from "../../../src/site/notebooks/listed/thumbnail.ts";
import type { PageNotebook } from "../../../src/site/notebooks/load.ts";

const cells = [
  { id: 1, mode: "md", needs: [] },
  { id: 2, mode: "ts", needs: [] },
  { id: 3, mode: "ts", needs: [] },
] as unknown as PageNotebook["cells"];
const drawn = (wide: string, narrow: string, caution = "") =>
  `<figure class="hp-chart">${caution}<div class="hp-drawing hp-wide"><svg>${wide}</svg></div><div class="hp-drawing hp-narrow" hidden=""><svg class="hp-plot">${narrow}</svg></div></figure>`;

describe("the thumbnail of a notebook", () => {
  it("is its first drawing, as a phone shows it, with ids of its own", () => {
    const outputs = {
      1: "<p>Prose</p>",
      2: '<figure class="hp-chart"><p class="hp-empty">No result yet</p></figure>',
      3: drawn("<g></g>", '<circle id="hp-instance-a"></circle><use href="#hp-instance-a"></use>'),
    };
    expect(thumbnailOf({ cells, outputs }, "nb-")).toEqual({
      svg: '<svg class="hp-plot"><circle id="nb-a"></circle><use href="#nb-a"></use></svg>',
      cautions: [],
    });
  });

  it("keeps the sentences without which it would mislead", () => {
    const outputs = { 3: drawn("", "", '<p class="hp-caution">The axis is <em>cut</em>.</p>') };
    expect(thumbnailOf({ cells, outputs }, "nb-")?.cautions).toEqual(["The axis is cut."]);
  });

  it("is left out where nothing is drawn", () => {
    expect(thumbnailOf({ cells, outputs: { 1: "<p>Prose</p>" } }, "nb-")).toBeNull();
  });
});

it("a notebook is described by the first paragraph of its prose", () => {
  expect(
    descriptionOf({ cells, outputs: { 1: "<h2>Title</h2>\n<p>One <code>a</code>.</p><p>Two.</p>" } }),
  ).toBe("One <code>a</code>.");
  expect(descriptionOf({ cells: [], outputs: {} })).toBe("");
});

const run = (changes: Partial<ClaimRun>): ClaimRun => ({
  ...{ notebook: "a/b", experiment: "order", claim: "x costs more", engine: "chromium", version: "156.0.1" },
  ...{
    state: "holds",
    ratio: 5.064,
    interval: [1.502, 14.3],
    machine: "AMD EPYC",
    date: "2026-11-20T21:27:42.504Z",
  },
  ...{ hash: "0", ...changes },
});

describe("claims", () => {
  const runs = [
    run({ engine: "webkit", version: "2.50.6", state: "cannot run", ratio: null, interval: null }),
    run({}),
    run({ claim: "y costs less", state: "undecided" }),
    run({ experiment: "other", engine: "firefox", version: "153.7", state: "does not hold" }),
  ];

  it("are told by browser, in one order, with the ratio that was found and its interval", () => {
    expect(measuredClaims(runs)[0]).toEqual({
      says: "x costs more",
      results: [
        { where: "Chromium 156", state: "holds", evidence: "5.1× (1.5× to 14×)" },
        { where: "WebKitGTK 2.50", state: "cannot run", evidence: "" },
      ],
    });
  });

  it("of one sentence in two experiments are two", () => {
    expect(measuredClaims(runs)).toHaveLength(3);
  });

  it("on models hold or do not, by the number that the model gives", () => {
    expect(modelClaims([{ says: "z", value: 52.174, unit: "misses", atLeast: 50 }])).toEqual([
      { says: "z", results: [{ where: "in the model", state: "holds", evidence: "52.17 misses" }] },
    ]);
  });

  it("are counted by browser and state", () => {
    expect(claimsInWords(measuredClaims(runs))).toBe(
      "3 claims; Chromium 156: 1 holds, 1 undecided; WebKitGTK 2.50: 1 cannot run; Firefox 153: 1 does not hold",
    );
  });

  it("tell when and where they were last run, each once", () => {
    expect(lastRuns([...runs, run({ machine: "another" })])).toBe(
      "20 November 2026 on AMD EPYC; 20 November 2026 on another",
    );
  });
});

describe("the index of notebooks", () => {
  const pages = [
    readChapter(
      "content/cpu/one.mdx",
      '---\ntitle: One\n---\n\n## Measure\n\n<Notebook src="one/z" />\n\n<Notebook src="one/a" />\n',
    ),
    readChapter("content/io/two.mdx", '---\ntitle: Two\n---\n\n<Notebook src="one/a" />\n'),
  ];
  const notebook = (id: string, rest: Partial<PageNotebook> = {}) =>
    ({
      ...{ id, title: "T", experiments: [], exact: [], recorded: [], cells, outputs: {} },
      ...rest,
    }) as unknown as PageNotebook;

  it("is in the order in which the book shows them", () => {
    expect(inBookOrder(["one/a", "one/z", "x/y"], pages)).toEqual(["one/z", "one/a", "x/y"]);
  });

  it("tells every page that shows a notebook, and the part of the first", () => {
    expect(listed(notebook("one/a"), pages, [])).toMatchObject({
      kind: "Simulation",
      part: "cpu",
      places: [
        { href: "/cpu/one/#measure", section: "Measure", title: "One" },
        { href: "/io/two/", section: "", title: "Two" },
      ],
    });
    expect(listed(notebook("x/y"), pages, [])).toMatchObject({ part: "", places: [] });
  });

  it("tells needs in words, and takes its own claims only", () => {
    const needing = cells.map((cell, i) => ({
      ...cell,
      needs: [["isolation"], ["isolation", "simd"]][i] ?? [],
    }));
    const found = listed(notebook("a/b", { cells: needing as PageNotebook["cells"] }), pages, [
      run({}),
      run({ notebook: "c/d" }),
    ]);
    expect(found.needs).toEqual([
      "cross-origin isolation, for memory that workers share",
      "WebAssembly SIMD",
    ]);
    expect(found.claims).toHaveLength(1);
  });

  it("is grouped by part, in the order of the book, what belongs to none last", () => {
    const parts = [
      { id: "io", title: "I/O" },
      { id: "cpu", title: "CPU" },
      { id: "memory", title: "Memory" },
    ];
    const entries = [{ part: "" }, { part: "cpu" }, { part: "io" }, { part: "no" }];
    expect(byPart(entries, parts)).toEqual([
      { id: "io", title: "I/O", entries: [{ part: "io" }] },
      { id: "cpu", title: "CPU", entries: [{ part: "cpu" }] },
      { id: "others", title: "Outside of the parts", entries: [{ part: "" }, { part: "no" }] },
    ]);
  });
});
