import { isMap, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import type { Syllabus } from "../site/syllabus/syllabus.ts";

/**
 * Adds a chapter to the text of `content/book.yaml`, where the syllabus has it: before the first that comes later there, else
 * last. A part that is new comes along. The rest of the text stays as it is, comments included.
 */
export function listChapter(text: string, { parts }: Syllabus, part: string, chapter: string): string {
  const list = parseDocument(text).get("parts") as YAMLSeq<YAMLMap>;
  const planned = parts.find(({ id }) => id === part);
  const found = list.items.find((one) => isMap(one) && one.get("id") === part);
  if (!found) {
    const at = placeIn(
      parts.map(({ id }) => id),
      part,
      list.items.map((one) => String(one.get("id"))),
    );
    return insert(text, list, at, {
      id: part,
      title: planned?.title ?? part.charAt(0).toUpperCase() + part.slice(1),
      summary: "FILL IN: what these chapters are about, in a sentence or two.",
      outcomes: ["FILL IN: what a reader is able to do after them"],
      chapters: [chapter],
    });
  }
  const chapters = found.get("chapters") as YAMLSeq<Node>;
  const ids = planned?.chapters.map(({ id }) => id) ?? [];
  const at = placeIn(ids, chapter, chapters.toJSON() as string[]);
  if (isSeq(chapters) && !chapters.flow && chapters.items.length > 0)
    return insert(text, chapters, at, chapter);
  // a list in brackets has no lines of its own
  const document = parseDocument(text);
  const same = (document.get("parts") as YAMLSeq<YAMLMap>).items[list.items.indexOf(found)];
  (same.get("chapters") as YAMLSeq).items.splice(at, 0, document.createNode(chapter));
  return document.toString({ lineWidth: 0 });
}

/** Writes an entry into a list that has lines of its own. */
function insert(text: string, { items }: YAMLSeq<Node>, at: number, value: unknown): string {
  const startOf = (node: Node) => text.lastIndexOf("\n", (node.range?.[0] ?? 0) - 1) + 1;
  const first = startOf(items[0]);
  const indent = text.slice(first, text.indexOf("-", first));
  const entry = stringify([value], { lineWidth: 0 }).replace(/^(?=.)/gm, indent);
  const end = items.at(-1)?.range?.[1] ?? text.length;
  const next = text.indexOf("\n", end - 1);
  const offset = at < items.length ? startOf(items[at]) : next < 0 ? text.length : next + 1;
  return text.slice(0, offset) + entry + text.slice(offset);
}

/** Where a name belongs among others, by the order of a plan. */
function placeIn(plan: readonly string[], name: string, others: readonly string[]): number {
  const rank = (one: string) => (plan.includes(one) ? plan.indexOf(one) : Number.POSITIVE_INFINITY);
  const later = others.findIndex((other) => rank(other) > rank(name));
  return later < 0 ? others.length : later;
}
