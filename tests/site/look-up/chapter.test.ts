import { describe, expect, it } from "vitest";
import { readChapter } from "../../../src/site/chapters/chapter.ts";

const FILE = "content/cpu/example.mdx";
const page = (body: string, front = "title: An example") =>
  readChapter(FILE, `---\n${front}\n---\n\n${body}\n`);

describe("what a page of the book holds", () => {
  it("headings, with the ids that Astro gives them, and the sections of everything below", () => {
    const { headings, uses } = page(
      '<Fact id="a" />\n\n## The budget\n\nText <Fact id="b" />.\n\n### The budget\n\n- A list <Fact id="c" />\n',
    );
    expect(headings).toEqual([
      { id: "the-budget", title: "The budget" },
      { id: "the-budget-1", title: "The budget" },
    ]);
    expect(uses.map(({ attributes, section }) => [attributes.id, section.id])).toEqual([
      ["a", ""],
      ["b", "the-budget"],
      ["c", "the-budget-1"],
    ]);
  });

  it("anchors: headings, and tags that have an id; a component's id is its own business", () => {
    const { anchors } = page(
      '## One\n\n<section id="two"><h3 id="three">Three</h3></section>\n\n<Fact id="four" />',
    );
    expect([...anchors.keys()]).toEqual(["one", "two", "three"]);
  });

  it("uses of components with the line of the file, front matter counted", () => {
    const [use] = page('One\nand <Notebook src="a/b" compact /> more.').uses;
    expect(use).toMatchObject({ component: "Notebook", line: 6, column: 5 });
    expect(use.attributes).toEqual({ src: "a/b", compact: "" });
  });

  it("no uses in code", () => {
    expect(page('`<Fact id="a" />`\n\n```jsx\n<Fact id="b" />\n```').uses).toEqual([]);
  });

  it("a page that cannot be parsed says where", () => {
    const { problems, uses } = page("Some text.\n\n<Fact>\n\nMore.");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^content\/cpu\/example\.mdx:7:1: .*closing tag.*\. Correct the syntax at this place\.$/s,
    );
    expect(uses).toEqual([]);
  });
});

describe("covers in the front matter", () => {
  const covers = (yaml: string) => page("", `title: An example\ncovers:\n${yaml}`);

  it("are items, or items with the place that teaches them", () => {
    expect(covers('  - plain\n  - { item: placed, at: "#there" }').covers).toEqual([
      { item: "plain", at: null, line: 4, column: 5 },
      { item: "placed", at: "there", line: 5, column: 5 },
    ]);
  });

  it.each(["  - 7", "  - { item: a }", '  - { item: a, at: "there" }', "  - [a]"])(
    "%s is refused with its line",
    (yaml) => {
      expect(covers(yaml).problems).toEqual([
        `${FILE}:4:5: this is no item of the syllabus. Write the item, or { item: …, at: "#place" }.`,
      ]);
    },
  );
});
