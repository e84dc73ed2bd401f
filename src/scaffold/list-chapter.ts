import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { Syllabus } from "../site/syllabus/syllabus.ts";

/**
 * Adds a chapter to the text of `content/book.yaml`, where the syllabus has it: before the first that comes later there, else
 * last. A part that is new comes along. Comments stay.
 */
export function listChapter(text: string, { parts }: Syllabus, part: string, chapter: string): string {
  const document = parseDocument(text);
  const list = document.get("parts") as YAMLSeq<YAMLMap>;
  const found = list.items.find((one) => isMap(one) && one.get("id") === part);
  const planned = parts.find(({ id }) => id === part);
  if (found) {
    const chapters = found.get("chapters");
    const node = document.createNode(chapter);
    const ids = planned?.chapters.map(({ id }) => id) ?? [];
    if (isSeq(chapters)) {
      chapters.flow = false;
      chapters.items.splice(placeIn(ids, chapter, chapters.toJSON() as string[]), 0, node);
    }
  } else {
    const node = document.createNode({
      id: part,
      title: planned?.title ?? part.charAt(0).toUpperCase() + part.slice(1),
      summary: "FILL IN: what these chapters are about, in a sentence or two.",
      outcomes: ["FILL IN: what a reader is able to do after them"],
      chapters: [chapter],
    });
    const known = list.items.map((one) => String(one.get("id")));
    const at = placeIn(
      parts.map(({ id }) => id),
      part,
      known,
    );
    list.items.splice(at, 0, node as YAMLMap);
  }
  return document.toString({ lineWidth: 110 });
}

/** Where a name belongs among others, by the order of a plan. */
function placeIn(plan: readonly string[], name: string, others: readonly string[]): number {
  const rank = (one: string) => (plan.includes(one) ? plan.indexOf(one) : Number.POSITIVE_INFINITY);
  const later = others.findIndex((other) => rank(other) > rank(name));
  return later < 0 ? others.length : later;
}
