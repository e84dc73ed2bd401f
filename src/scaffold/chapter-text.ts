import GithubSlugger from "github-slugger";
import { stringify } from "yaml";
import { ANSWERS } from "../site/study/items.ts";
import { itemsOf, type SyllabusChapter } from "../site/syllabus/syllabus.ts";

const numbers = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** The text of a new chapter: all its parts, each with what is to be filled in. */
export function chapterText(chapter: string, title: string, planned?: SyllabusChapter): string {
  const items = planned ? itemsOf(planned) : [];
  const questions = items.filter((item) => item.startsWith("question:"));
  const slugger = new GithubSlugger();
  const sections = items
    .filter((item) => !item.startsWith("question:"))
    .map((item) => ({ item, at: `#${slugger.slug(headingOf(item))}` }));
  const covers = items.map(
    (item) =>
      sections.find((section) => section.item === item) ?? {
        item,
        at: `#question-${numbers[questions.indexOf(item)]}`,
      },
  );
  const front = {
    title,
    description: "FILL IN: what a reader learns here, in a sentence or two.",
    ...(items.length > 0 && { covers }),
  };
  return [
    `---\n${stringify(front, { lineWidth: 0 })}---`,
    'import { Answer, Card, Cards, FurtherReading, Notebook, Option, Predict, Question, Quiz, Sources } from "#chapter";',
    "FILL IN: two snippets or one question, before any measurement.",
    predict,
    ...(planned?.notebooks ?? []).map(
      ({ id, idea }) =>
        `FILL IN: the notebook \`${id}\`, begun with \`npm run new notebook ${chapter}/${id}\`: ${escaped(idea)}.`,
    ),
    ...sections.map(({ item }) => `## ${escaped(headingOf(item))}\n\nFILL IN: ${escaped(item)}.`),
    ...numbers.slice(0, 5).map(quiz),
    "## Native reality\n\nFILL IN: what the browser hides, with recorded native runs or a cited source.",
    "## When it fails, what it costs\n\nFILL IN: where the technique loses.",
    "## Interview",
    ...(questions.length > 0 ? questions : ["question: FILL IN: what is asked"]).map((item, i) =>
      question(item, numbers[i]),
    ),
    `## Cards\n\n<Cards>\n\n${numbers.map(card).join("\n\n")}\n\n</Cards>`,
    `## Sources\n\n<Sources>\n\n${numbers.map((_, i) => `${i + 1}. FILL IN: author, “title”, where, 2000.`).join("\n")}\n\n</Sources>`,
    "## Further reading\n\n<FurtherReading>\n\nFILL IN: the books where they fit.\n\n</FurtherReading>\n",
  ].join("\n\n");
}

const option = (says: string, right: boolean) =>
  `<Option ${right ? "right " : ""}says="FILL IN: ${says}">\n\nFILL IN: why.\n\n</Option>`;

const predict = `<Predict id="first" asks="FILL IN: what is to be guessed?">\n\n${[
  option("the right answer", true),
  option("a wrong guess that people make", false),
  option("another wrong guess", false),
].join("\n\n")}\n\n</Predict>`;

const quiz = (id: string) =>
  `<Quiz id="${id}" asks="FILL IN: the reader’s ${id} doubt?">\n\nFILL IN: the answer.\n\n</Quiz>`;
const card = (id: string) =>
  `<Card id="${id}" asks="FILL IN: a question with one answer?">\n\nFILL IN: the answer.\n\n</Card>`;

function question(item: string, id: string): string {
  const asks = item.replace(/^question:\s*/, "").replaceAll('"', "”");
  const answers = Object.entries(ANSWERS).map(
    ([kind, title]) => `<Answer kind="${kind}">\n\nFILL IN: ${title.toLowerCase()}.\n\n</Answer>`,
  );
  return `<Question id="${id}" asks="FILL IN: ${asks.replace(/^FILL IN: /, "")}" level="mid">\n\n${answers.join("\n\n")}\n\n</Question>`;
}

function headingOf(item: string): string {
  return item.charAt(0).toUpperCase() + item.slice(1);
}

/** Text that MDX takes as it is. */
function escaped(text: string): string {
  return text.replace(/[<{[*_`~]/g, "\\$&");
}
