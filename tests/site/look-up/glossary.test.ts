import { markdownToHtml, mdxToJs } from "satteri";
import { describe, expect, it } from "vitest";
import { readChapter } from "../../../src/site/chapters/chapter.ts";
import { type Definition, definitionsOf } from "../../../src/site/glossary/definitions.ts";
import { lettersOf } from "../../../src/site/glossary/entries.ts";
import { linkTerms } from "../../../src/site/glossary/link-terms.ts";
import { bodyHtml } from "../../../src/site/study/html.ts";

const root = process.cwd();
const FILE = "content/cpu/terms.mdx";
const chapter = (body: string, file = FILE) => readChapter(file, `---\ntitle: Terms\n---\n\n${body}\n`);
const read = (...bodies: string[]) =>
  definitionsOf(
    bodies.map((body, i) => chapter(body, i === 0 ? FILE : `content/cpu/more-${i}.mdx`)),
    root,
  );

describe("definitions of terms", () => {
  it("are the sentences between the tags, with other names, the section and the line", () => {
    const { definitions, problems } = read(
      '## Two bits\n\nSmith: <Define term="two-bit counter" also="2-bit counter, bimodal predictor">A *counter* with `4` states.</Define> More.',
    );
    expect(problems).toEqual([]);
    expect(definitions).toMatchObject([
      {
        term: "two-bit counter",
        also: ["2-bit counter", "bimodal predictor"],
        linked: true,
        html: "A <em>counter</em> with <code>4</code> states.",
        text: "A counter with 4 states.",
        id: "two-bit-counter",
        section: { id: "two-bits", title: "Two bits" },
        line: 7,
      },
    ]);
  });

  it("may be a part of a sentence, and end in a full stop in the glossary", () => {
    expect(read('<Define term="a">A thing</Define>, and so on.').definitions[0].text).toBe("A thing.");
  });

  it("may hold facts, values of imported names, and links, which lead from the root of the book", () => {
    const { definitions, problems } = read(
      'import { SLICE_MS } from "../../src/bench/defaults.ts";\n\nA <Define term="a">thing of {SLICE_MS * 2} ms, <Fact id="cpu/mispredict-cited" />, see [here](#there) & <b>x</b>.</Define>',
    );
    expect(problems).toEqual([]);
    expect(definitions[0].html).toBe(
      'thing of 16 ms, <data class="hp-number">5\u00a0ns</data>, see <a href="/cpu/terms/#there">here</a> &#38; <b>x</b>.',
    );
    expect(definitions[0].text).toBe("thing of 16 ms, 5\u00a0ns, see here & x.");
  });

  it.each([
    ['<Define term="a"> </Define> x', "5:1: the definition of “a” is empty. Put the sentence"],
    ["x <Define>Something.</Define>", "5:3: a definition has no term. Write <Define term="],
    [
      'x <Define term="a">A <Notebook src="b" /> thing.</Define>',
      "5:22: the definition of “a” cannot be shown in the glossary: it holds <Notebook>. Keep to text,",
    ],
    [
      'x <Define term="a">A {thing} of.</Define>',
      "5:22: the definition of “a” cannot be shown in the glossary: {thing} has no value: thing is not defined. Keep to text,",
    ],
    [
      'x <Define term="a">A <Fact id="no/such" />.</Define>',
      "5:22: the definition of “a” cannot be shown in the glossary: there is no fact “no/such”. Write content/facts/no/such.yaml",
    ],
  ])("a mistake is told with file, line, column and the fix (%#)", (body, what) => {
    const { definitions, problems } = read(body);
    expect(definitions).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${FILE}:${what}`);
  });

  it("a term may be defined once in the book, other names included", () => {
    const { problems } = read(
      'x <Define term="first" also="other">One.</Define>',
      'x <Define term="Other">Two.</Define>',
    );
    expect(problems).toEqual([
      `content/cpu/more-1.mdx:5:3: “Other” is defined in ${FILE}:5 already. Keep one definition, or give one of the two another name.`,
    ]);
  });
});

it("a definition within a quiz or card is its text where the item is shown again", () => {
  const { tree } = chapter('A <Define term="a">*thing*</Define>.');
  expect(bodyHtml((tree.children ?? []) as never, "/")).toBe("<p>A <em>thing</em>.</p>");
});

describe("the glossary", () => {
  it("is in alphabetical order, and leads from other names to the term unless they stand beside it", () => {
    const { definitions } = read(
      'x <Define term="TAGE">T.</Define> <Define term="branch predictor" also="brancher, predictor">B.</Define> <Define term="2-way">W.</Define>',
    );
    expect(
      lettersOf(definitions).map(({ letter, entries }) => [letter, entries.map(({ name }) => name)]),
    ).toEqual([
      ["#", ["2-way"]],
      ["B", ["branch predictor"]],
      ["P", ["predictor"]],
      ["T", ["TAGE"]],
    ]);
  });
});

describe("links to the glossary", () => {
  const { definitions } = read(
    `x <Define term="branch predictor">The <b>one</b> that guesses.</Define> <Define term="two-bit counter">C.</Define>
    <Define term="TAGE">T.</Define> <Define term="latency">L.</Define> <Define term="block" unlinked>B.</Define>
    <Define term="counter">N.</Define>`,
  );
  const html = (
    markdown: string,
    file = "/book/content/io/other.md",
    terms: readonly Definition[] = definitions,
  ) =>
    markdownToHtml(markdown, {
      hastPlugins: [linkTerms(() => terms) as never],
      fileURL: new URL(`file://${file}`),
    }).html;
  const linked = (markdown: string, file?: string) =>
    [
      ...html(markdown, file).matchAll(/<a href="\/glossary\/#([^"]*)" class="hp-term"[^>]*>([^<]*)<\/a>/g),
    ].map(([, id, words]) => `${id}: ${words}`);

  it("stand at the first use of a term on a page, and tell its meaning", () => {
    expect(html("A branch predictor and a branch predictor.\n\nA branch predictor.")).toBe(
      '<p>A <a href="/glossary/#branch-predictor" class="hp-term" title="The one that guesses.">branch predictor</a> and a branch predictor.</p>\n<p>A branch predictor.</p>\n',
    );
  });

  it.each([
    ["Branch predictors\nguess.", ["branch-predictor: Branch predictors"]],
    ["A branch\npredictor guesses.", ["branch-predictor: branch\npredictor"]],
    ["Two latencies, one latency.", ["latency: latencies"]],
    ["A two-bit counter, then a counter.", ["two-bit-counter: two-bit counter", "counter: counter"]],
    ["Seznec’s TAGE is no tage.", ["tage: TAGE"]],
    ["No tage, no encounter, no counter-example, no block.", []],
    ["- In a list: latency", ["latency: latency"]],
    ["> *Quoted latency*", ["latency: latency"]],
    [
      "## Latency\n\nof `latency` in [a latency](/x/)\n\n```\nlatency\n```\n\n| latency |\n| --- |\n| latency |",
      [],
    ],
  ])("%j", (markdown, terms) => {
    expect(linked(markdown)).toEqual(terms);
  });

  it("stand neither in the chapter that defines the term nor on pages that are no chapters", () => {
    expect(linked("A branch predictor.", `/book/${FILE}`)).toEqual([]);
    expect(linked("A branch predictor.", "/book/content/index.mdx")).toEqual([]);
  });

  it("stand in no component and no definition, where the term itself is marked up once", () => {
    const { code } = mdxToJs(
      '<Quiz>\n\nThe latency.\n\n</Quiz>\n\nA <Define term="big cache" also="BC">big cache has latency, a big cache</Define>. <Define term="small">The *small* one, small.</Define>',
      {
        hastPlugins: [linkTerms(() => definitions) as never],
        fileURL: new URL("file:///book/content/io/other.mdx"),
      },
    );
    expect(code).not.toContain("glossary");
    expect(code.match(/dfn, \{ children: "[^"]*"/g)).toEqual(['dfn, { children: "big cache"']);
  });

  it("a definition that is alone in its paragraph keeps the paragraph", () => {
    const { code } = mdxToJs('<Define term="a">All of it.</Define>', {
      hastPlugins: [linkTerms(() => []) as never],
      fileURL: new URL("file:///book/content/io/other.mdx"),
    });
    expect(code).toMatch(/_components\.p, \{ children: _jsx\(Define/);
  });
});
