import type { ElementContent } from "hast";
import type { RecordedNumber } from "../numbers/recorded.ts";
import {
  ANSWERS,
  type AnswerKind,
  type Item,
  itemKey,
  KINDS,
  LEVELS,
  type Level,
  type Option,
  optionId,
} from "./items.ts";
import { attributesOf, type Component, componentsIn, isComponent, NotPlain, parseMdx } from "./mdx.ts";

/** What a chapter asks of its reader, and what is wrong with how it does: `file:line:column: what. The fix.` */
export interface Collected {
  items: Item[];
  problems: string[];
}

/** Components whose output the study pages can show. Whatever else stands in an item can be seen in the chapter only. */
const SHOWN = new Set(["Fact", "Recorded"]);
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Gathers predictions, quizzes, questions, cards and exercises of a chapter from its MDX.
 * @param file as messages name it
 * @param chapter "cpu/branches"
 */
export function collect(source: string, file: string, chapter: string): Collected {
  const problems: string[] = [];
  const items: Item[] = [];
  const seen = new Set<string>();
  for (const component of componentsIn(treeOf(source, file, problems))) {
    const kind = KINDS[component.name as keyof typeof KINDS];
    if (!kind) continue;
    const { line = 1, column = 1 } = component.position?.start ?? {};
    const say: Say = (what, fix) =>
      problems.push(`${file}:${line}:${column}: <${component.name}> ${what}. ${fix}.`);
    const attributes = readAttributes(component, say);
    const { id } = attributes;
    if (typeof id !== "string" || !ID.test(id)) {
      say("has no usable id", 'Give it one that stays, in lower case with hyphens, as in id="cost"');
      continue;
    }
    const key = itemKey(chapter, kind, id);
    if (seen.has(key))
      say(`has the id “${id}” of an earlier one`, "Give it another; readers’ answers are kept by it");
    seen.add(key);
    const asks = textOf(attributes, kind === "exercise" ? "title" : "asks", say);
    items.push(read[kind]({ key, chapter, asks }, component, attributes, say));
  }
  return { items, problems };
}

type Say = (what: string, fix: string) => void;
type Attributes = Record<string, unknown>;
type Asked = Pick<Item, "key" | "chapter" | "asks">;

const read: Record<
  Item["kind"],
  (asked: Asked, component: Component, attributes: Attributes, say: Say) => Item
> = {
  predict(asked, component, attributes, say) {
    const choice = answersOf(component, say);
    const { recorded, fact, guesses = [] } = attributes;
    if (choice.options.length > 0) return { ...asked, kind: "predict", guesses: [], ...choice };
    if (!Array.isArray(guesses) || guesses.length < 2)
      say("lacks the wrong guesses", 'Write two that readers make, as in guesses={["The same.", "Half."]}');
    if ((recorded === undefined) === (fact === undefined))
      say(
        "has nothing to hold a number against",
        'Give it either recorded={{ … }} or fact="…", or options to choose from',
      );
    const truth = recorded ? { recorded: recorded as RecordedNumber } : { fact: String(fact) };
    return { ...asked, kind: "predict", guesses: guesses as string[], truth, ...choice };
  },
  quiz: (asked, component, _, say) => ({ ...asked, kind: "quiz", ...answersOf(component, say) }),
  question(asked, component, attributes, say) {
    const level = Object.keys(LEVELS).find((name) => name === attributes.level) as Level | undefined;
    if (!level) say("has no level", `Give it one of ${Object.keys(LEVELS).join(", ")}, as in level="mid"`);
    const answers = Object.fromEntries(Object.keys(ANSWERS).map((kind) => [kind, [] as ElementContent[]]));
    for (const answer of childrenNamed("Answer", component)) {
      const kind = String(readAttributes(answer, say).kind);
      if (!(kind in ANSWERS))
        say(`has an <Answer> of the kind “${kind}”`, `Write one of ${Object.keys(ANSWERS).join(", ")}`);
      else answers[kind] = bodyOf(answer, say);
    }
    for (const [kind, body] of Object.entries(answers))
      if (body.length === 0)
        say(`lacks <Answer kind="${kind}">`, `Write it: “${ANSWERS[kind as AnswerKind]}”`);
    return {
      ...asked,
      kind: "question",
      level: level ?? "mid",
      answers: answers as Record<AnswerKind, ElementContent[]>,
    };
  },
  card: (asked, component, _, say) => ({ ...asked, kind: "card", body: bodyOf(component, say) }),
  exercise: (asked) => ({ ...asked, kind: "exercise" }),
};

/** Either options to choose from, or an answer to unfold. */
function answersOf(component: Component, say: Say): { options: Option[]; body: ElementContent[] } {
  const options = childrenNamed("Option", component).map((option) => {
    const attributes = readAttributes(option, say);
    const says = textOf(attributes, "says", say);
    return { id: optionId(says), says, right: attributes.right === true, body: bodyOf(option, say) };
  });
  if (options.length === 0) return { options, body: bodyOf(component, say) };
  if (options.length < 3) say("has fewer than three options", "Add the wrong ones that readers choose");
  if (options.filter(({ right }) => right).length !== 1)
    say("needs one right option", "Mark it: <Option right …>");
  if (new Set(options.map(({ id }) => id)).size < options.length)
    say("says the same in two options", "Tell them apart");
  return { options, body: [] };
}

/** Components of a name, where only paragraphs stand between. */
function childrenNamed(name: string, { children }: { children: ElementContent[] }): Component[] {
  return children.flatMap((child) => {
    if (isComponent(child)) return child.name === name ? [child] : [];
    return child.type === "element" && child.tagName === "p" ? childrenNamed(name, child) : [];
  });
}

function bodyOf({ name, children }: Component, say: Say): ElementContent[] {
  for (const { name: inside } of componentsIn(children))
    if (inside && /^[A-Z]/.test(inside) && !SHOWN.has(inside))
      say(`holds <${inside}>, which the study pages cannot show`, "Move it before or after");
  if (!children.some(({ type }) => type !== "text")) {
    const text = children.map((child) => (child.type === "text" ? child.value : "")).join("");
    if (!text.trim())
      say(
        `${name === "Option" || name === "Answer" ? `has an empty <${name}>` : "is empty"}`,
        "Write what is unfolded",
      );
  }
  return children;
}

function textOf(attributes: Attributes, name: string, say: Say): string {
  const text = attributes[name];
  if (typeof text === "string" && text.trim()) return text;
  say(`lacks “${name}”`, `Write it as text, as in ${name}="…"`);
  return "";
}

function readAttributes(component: Component, say: Say): Attributes {
  try {
    return attributesOf(component);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    say(
      `${error.message}, but what readers see elsewhere has to be plain`,
      "Write text, numbers, lists and objects of them, each name once",
    );
    return {};
  }
}

function treeOf(source: string, file: string, problems: string[]) {
  try {
    return parseMdx(source).children;
  } catch (error) {
    // the parser's messages begin with their place
    const [, place = "1:1", what] = /^(?:(\d+:\d+): )?(.*)/.exec((error as Error).message) ?? [];
    problems.push(`${file}:${place}: cannot be read: ${what}. Correct the MDX there.`);
    return [];
  }
}
