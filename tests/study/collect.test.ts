import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { collect } from "../../src/site/study/collect.ts";
import { bodyHtml, inlineHtml, plainText } from "../../src/site/study/html.ts";
import type { Card, Prediction, Question, Quiz } from "../../src/site/study/items.ts";

const of = (source: string) => collect(source, "content/cpu/x.mdx", "cpu/x");
const one = (source: string) => of(source).items[0];
const problems = (source: string) => of(source).problems;

const option = (says: string, right = false) =>
  `<Option ${right ? "right " : ""}says="${says}">\n\nWhy *${says}*.\n\n</Option>\n\n`;
const answers = ["60-second", "10-minute", "staff", "follow-ups", "wrong"];
const question = (kinds: string[], level = "mid") =>
  `<Question id="speed" asks="How?" level="${level}">\n\n${kinds
    .map((kind) => `<Answer kind="${kind}">\n\nThe ${kind} one.\n\n</Answer>\n\n`)
    .join("")}</Question>\n`;

describe("what is found", () => {
  test("a card has the address of its place as its key", () => {
    const card = one(
      '<Cards>\n\n<Card id="cost" asks="What does it *cost*?">\n\nMuch.\n\n</Card>\n\n</Cards>\n',
    ) as Card;
    expect(card).toMatchObject({
      kind: "card",
      key: "cpu/x#card-cost",
      chapter: "cpu/x",
      asks: "What does it *cost*?",
    });
    expect(bodyHtml(card.body, "/")).toBe("<p>Much.</p>");
  });

  test("a prediction of a number has its guesses and what it is held against", () => {
    const source = `<Predict id="a" asks="How much?" guesses={["None.", \`All.\`]} recorded={{ notebook: "n/a", experiment: "e", value: "time", of: "v", at: { taken: 0.5 } }}>\n\nHalf.\n\n</Predict>`;
    expect(one(source)).toMatchObject({
      kind: "predict",
      guesses: ["None.", "All."],
      truth: { recorded: { notebook: "n/a", experiment: "e", value: "time", of: "v", at: { taken: 0.5 } } },
      options: [],
    });
  });

  test("options keep their sentence, and one of them is right", () => {
    const source = `<Quiz id="a" asks="Which?">\n\n${option("One.")}${option("Two, or more", true)}${option("Three")}</Quiz>`;
    const { options, body } = one(source) as Quiz;
    expect(options.map(({ id, right }) => [id, right])).toEqual([
      ["one", false],
      ["two-or-more", true],
      ["three", false],
    ]);
    expect(bodyHtml(options[0].body, "/")).toBe("<p>Why <em>One.</em>.</p>");
    expect(body).toEqual([]);
  });

  test("options on lines of their own without empty lines are found as well", () => {
    const source = `<Quiz id="a" asks="Which?">\n<Option says="a">x</Option>\n<Option says="b" right>y</Option>\n<Option says="c">z</Option>\n</Quiz>`;
    expect((one(source) as Quiz).options).toHaveLength(3);
    expect(problems(source)).toEqual([]);
  });

  test("a question has five answers by their kind, whatever their order", () => {
    const found = one(question([...answers].reverse())) as Question;
    expect(Object.keys(found.answers)).toEqual(answers);
    expect(bodyHtml(found.answers.staff, "/")).toBe("<p>The staff one.</p>");
  });

  test("items inside of others and in lists are found, in the order of the page", () => {
    const source = `<Exercise id="e" title="Do it">\n\n<Quiz id="q" asks="Why?">\n\nSo.\n\n</Quiz>\n\n</Exercise>\n\n- <Card id="c" asks="What?">That.</Card>\n`;
    expect(of(source).items.map(({ key }) => key)).toEqual([
      "cpu/x#exercise-e",
      "cpu/x#quiz-q",
      "cpu/x#card-c",
    ]);
  });

  test("the model chapter has each kind and no problem", () => {
    const file = "content/cpu/branches.mdx";
    const { items, problems: wrong } = collect(readFileSync(file, "utf8"), file, "cpu/branches");
    expect(wrong).toEqual([]);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(["predict", "quiz", "question", "card", "exercise"]),
    );
    expect((items.find(({ kind }) => kind === "predict") as Prediction).guesses).toHaveLength(2);
  });
});

describe("text for other pages", () => {
  test("numbers are filled in, links are below the base, and punctuation is as on the page", () => {
    const card = one(
      '<Card id="a" asks="b">\n\nIt\'s <Fact id="cpu/mispredict-cycles-native" />, [see](/cpu/branches/), 2<sup>20</sup>{" "}\n`x < y`.\n\n</Card>',
    ) as Card;
    expect(bodyHtml(card.body, "/book/")).toMatch(
      /^<p>It’s <data class="hp-number" value="21\u00a0cycles" title="[^"]+">21\u00a0cycles<\/data>, <a href="\/book\/cpu\/branches\/">see<\/a>, 2<sup>20<\/sup>\s+<code>x &#x3C; y<\/code>\.<\/p>$/,
    );
  });

  test("a line of Markdown becomes HTML without a paragraph, or plain text", () => {
    expect(inlineHtml("But I *know* `a < b`")).toBe("But I <em>know</em> <code>a &lt; b</code>");
    expect(plainText("But I *know* `a < b` & more")).toBe("But I know a < b & more");
  });
});

describe("mistakes, each with its place and the fix", () => {
  test.each([
    ["no id", '<Card asks="b">\n\nc\n\n</Card>', "has no usable id"],
    ["an id that cannot be an anchor", '<Card id="A b" asks="b">\n\nc\n\n</Card>', "has no usable id"],
    ["no question", '<Card id="a">\n\nc\n\n</Card>', "lacks “asks”"],
    ["no answer", '<Card id="a" asks="b">\n\n</Card>', "is empty"],
    ["a computed question", "<Card id=\"a\" asks={'b' + c}>\n\nc\n\n</Card>", "computes"],
    ["attributes spread from elsewhere", '<Card id="a" asks="b" {...c}>\n\nc\n\n</Card>', "computes {...c}"],
    [
      "a notebook in a card",
      '<Card id="a" asks="b">\n\n<Notebook src="c/d" />\n\n</Card>',
      "holds <Notebook>",
    ],
    [
      "two options",
      `<Quiz id="a" asks="b">\n\n${option("c")}${option("d", true)}</Quiz>`,
      "fewer than three options",
    ],
    [
      "no right option",
      `<Quiz id="a" asks="b">\n\n${option("c")}${option("d")}${option("e")}</Quiz>`,
      "needs one right option",
    ],
    [
      "two options that say the same",
      `<Quiz id="a" asks="b">\n\n${option("c")}${option("c.", true)}${option("e")}</Quiz>`,
      "says the same",
    ],
    [
      "a prediction of nothing",
      '<Predict id="a" asks="b" guesses={["c", "d"]}>\n\ne\n\n</Predict>',
      "nothing to hold a number against",
    ],
    [
      "one wrong guess",
      '<Predict id="a" asks="b" guesses={["c"]} fact="d/e">\n\ne\n\n</Predict>',
      "lacks the wrong guesses",
    ],
    ["a level that does not exist", question(answers, "wizard"), "has no level"],
    ["a missing answer", question(answers.slice(1)), 'lacks <Answer kind="60-second">'],
    ["an answer of another kind", question([...answers, "long"]), "of the kind “long”"],
  ])("%s", (_, source, what) => {
    const found = problems(`# Title\n\n${source}`);
    expect(found.join("\n")).toContain(what);
    for (const line of found) expect(line).toMatch(/^content\/cpu\/x\.mdx:3:1: <[A-Z]\w+> .+\. .+\.$/);
  });

  test("an id that is taken is told where it stands the second time; other kinds may have it", () => {
    const card = '<Card id="a" asks="b">\n\nc\n\n</Card>\n\n';
    expect(problems(`${card}<Quiz id="a" asks="b">\n\nc\n\n</Quiz>`)).toEqual([]);
    expect(problems(card + card)).toEqual([
      "content/cpu/x.mdx:7:1: <Card> has the id “a” of an earlier one. Give it another; readers’ answers are kept by it.",
    ]);
  });

  test("MDX that cannot be read is told with the parser’s place", () => {
    expect(problems("# A\n\n<Card>\n\nb\n")[0]).toMatch(
      /^content\/cpu\/x\.mdx:3:1: cannot be read: .+\. Correct the MDX there\.$/,
    );
  });
});
