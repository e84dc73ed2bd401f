import { describe, expect, it } from "vitest";
import type { ClaimRun } from "../../../src/notebook/claims/claim-runs.ts";
import { readChapter } from "../../../src/site/chapters/chapter.ts";
import { loadPages } from "../../../src/site/chapters/load-chapters.ts";
import type { Fact } from "../../../src/site/numbers/facts.ts";
import { loadFacts } from "../../../src/site/numbers/listed/load-facts.ts";
import { numbersOf } from "../../../src/site/numbers/listed/numbers.ts";
import { ratiosOf } from "../../../src/site/numbers/listed/ratios.ts";

const page = (id: string, body: string) =>
  readChapter(`content/${id}.mdx`, `---\ntitle: Page ${id}\n---\n\n${body}\n`);
const pages = [
  page(
    "cpu/one",
    'A <Fact id="cpu/late" />.\n\n## Two\n\n<Fact id="cpu/cited" /> <Fact id="cpu/early" />, <Fact id="cpu/late" />, <Fact id="cpu/late" />',
  ),
  page("io/two", '## Again\n\n<Fact id="cpu/early" />\n\n<Notebook src="two/a" />'),
];

const measured = {
  kind: "measured" as const,
  machine: "M",
  command: "./a",
  file: "f.txt",
  date: "2026-11-20",
};
const cited = {
  kind: "cited" as const,
  title: "T",
  author: "A",
  url: "https://a.example/",
  date: "2025-12-16",
};
const fact = (id: string, changes: Partial<Fact> = {}): Fact => ({
  ...{ id, value: 3.5, unit: "ns", says: "what it is", source: measured, recheck: "2027-11-20", ...changes },
});

describe("the numbers of the book", () => {
  const facts = [
    fact("cpu/cited", { source: cited }),
    fact("cpu/early"),
    fact("cpu/late", { source: { ...measured, derived: "7 / 2" } }),
    fact("cpu/unused", { value: [1, 2], unit: "" }),
  ];
  const numbers = numbersOf(facts, pages);

  it("stand with the page that uses them first, in the order of their use, together if they have one source", () => {
    expect(
      numbers.map(({ id, part, sources }) => [
        id,
        part,
        sources.map(({ rows }) => rows.map((row) => row.id)),
      ]),
    ).toEqual([
      ["cpu/one", "cpu", [["cpu/late", "cpu/early"], ["cpu/cited"]]],
      ["io/two", "io", []],
      ["", "", [["cpu/unused"]]],
    ]);
  });

  it("tell every section that uses them, once", () => {
    const [late, early] = numbers[0].sources[0].rows;
    expect(late.places.map(({ href }) => href)).toEqual(["/cpu/one/", "/cpu/one/#two"]);
    expect(early.places).toEqual([
      { href: "/cpu/one/#two", section: "Two", title: "Page cpu/one" },
      { href: "/io/two/#again", section: "Again", title: "Page io/two" },
    ]);
  });

  it("tell how they follow from the raw output where they do not stand there", () => {
    const [late, early] = numbers[0].sources[0].rows;
    expect([late.derived, early.derived]).toEqual(["7 / 2", undefined]);
  });

  it("are parted where the day of the next look differs", () => {
    const later = fact("cpu/late", { recheck: "2028-01-01" });
    expect(numbersOf([fact("cpu/early"), later], pages)[0].sources).toHaveLength(2);
  });

  it("of this project are all listed", () => {
    const all = loadFacts(process.cwd());
    const listed = numbersOf(all, loadPages(process.cwd())).flatMap(({ sources }) =>
      sources.flatMap(({ rows }) => rows),
    );
    expect(listed.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
  });
});

describe("the ratios of claims", () => {
  const run = (changes: Partial<ClaimRun>): ClaimRun => ({
    ...{
      notebook: "two/a",
      experiment: "order",
      claim: "x costs more",
      engine: "chromium",
      version: "156.0",
    },
    ...{
      state: "holds",
      ratio: 5,
      interval: [2, 9],
      machine: "M",
      date: "2026-11-20",
      hash: "0",
      ...changes,
    },
  });
  const runs = [
    run({ engine: "webkit", version: "2.50.6", state: "undecided" }),
    run({}),
    run({ engine: "firefox", ratio: null, interval: null, state: "cannot run" }),
    run({ claim: "y costs less" }),
  ];

  it("stand with the page that shows the notebook, claim by claim, each with an address of its own", () => {
    expect(ratiosOf(runs, pages, new Map([["two/a", "Notebook two/a"]]))).toEqual([
      {
        ...{
          title: "Notebook two/a",
          href: "/io/two/#again",
          page: "io/two",
          lastRun: "20 November 2026 on M",
        },
        claims: [
          {
            says: "x costs more",
            ratios: [
              {
                id: "two/a/order/x-costs-more/chromium",
                text: "5.0× (2.0× to 9.0×)",
                where: "Chromium 156",
                state: "holds",
              },
              {
                id: "two/a/order/x-costs-more/webkit",
                text: "5.0× (2.0× to 9.0×)",
                where: "WebKitGTK 2.50",
                state: "undecided",
              },
            ],
          },
          {
            says: "y costs less",
            ratios: [
              {
                id: "two/a/order/y-costs-less/chromium",
                text: "5.0× (2.0× to 9.0×)",
                where: "Chromium 156",
                state: "holds",
              },
            ],
          },
        ],
      },
    ]);
  });

  it("of a notebook that no page shows lead nowhere", () => {
    expect(ratiosOf([run({ notebook: "x/y" })], pages, new Map())[0]).toMatchObject({ href: "", page: "" });
  });
});
