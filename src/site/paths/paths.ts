import { isMap, isScalar, type Node } from "yaml";
import { YamlReader } from "../book/yaml.ts";

export const PATHS_FILE = "content/paths.yaml";

/** A way through the book. */
export interface Path {
  id: string;
  title: string;
  /** for whom it is, in a sentence or two */
  for: string;
  stages: Stage[];
}

/** A day, or a step, of a path. */
export interface Stage {
  title: string;
  /** "cpu/branches" */
  chapters: string[];
}

export interface Paths {
  paths: Path[];
  /** chapter to the chapters that it builds on */
  prerequisites: Map<string, string[]>;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** More would be a list of the whole book. */
const MOST_PREREQUISITES = 3;

/**
 * Reads the text of `content/paths.yaml`.
 * @param chapters every chapter of the syllabus in its order
 * @returns the paths, and one line per mistake in the form `file:line:column: what. The fix.` (usable only if there is none)
 */
export function readPaths(text: string, chapters: readonly string[]): Paths & { problems: string[] } {
  const yaml = new YamlReader(PATHS_FILE, text);
  const order = new Map(chapters.map((id, i) => [id, i]));
  const known = (node: Node): string => {
    const id = yaml.text(node) ?? "";
    if (!order.has(id))
      yaml.say(
        node,
        `“${id}” is no chapter of the syllabus`,
        "Name one of content/syllabus.yaml, as in “cpu/branches”",
      );
    return id;
  };
  const prerequisites = readPrerequisites(yaml, known, order);
  const paths = readList(yaml, yaml.root, "paths").map((node) =>
    readPath(yaml, node, known, chapters, prerequisites),
  );
  for (const [i, { id }] of paths.entries())
    if (paths.findIndex((path) => path.id === id) < i)
      yaml.say(readList(yaml, yaml.root, "paths")[i], `the path “${id}” stands twice`, "Keep one");
  return { paths, prerequisites, problems: yaml.problems };
}

function readPrerequisites(yaml: YamlReader, known: (node: Node) => string, order: Map<string, number>) {
  const node = yaml.get(yaml.root, "prerequisites");
  const prerequisites = new Map<string, string[]>();
  if (!isMap(node)) {
    yaml.say(
      node ?? yaml.root,
      "“prerequisites” is missing",
      "Add it, a chapter a line, as in “cpu/branches: [cpu/cpu-pipeline]”",
    );
    return prerequisites;
  }
  for (const { key, value } of node.items as { key: Node; value: Node }[]) {
    const chapter = known(key);
    const before = (yaml.list(value) ?? []).map((entry) => {
      const id = known(entry);
      // what only looks backwards cannot go in a circle
      if ((order.get(id) ?? -1) >= (order.get(chapter) ?? Number.POSITIVE_INFINITY))
        yaml.say(
          entry,
          `“${id}” does not come before “${chapter}” in the book`,
          "Name an earlier chapter, or change the order of the syllabus",
        );
      return id;
    });
    if (before.length === 0 || before.length > MOST_PREREQUISITES)
      yaml.say(
        key,
        `“${chapter}” has ${before.length} prerequisites`,
        `Name one to ${MOST_PREREQUISITES}, or leave the line out`,
      );
    prerequisites.set(chapter, before);
  }
  return prerequisites;
}

function readPath(
  yaml: YamlReader,
  node: Node,
  known: (node: Node) => string,
  chapters: readonly string[],
  prerequisites: Map<string, string[]>,
): Path {
  const text = (map: Node, key: string): string => {
    const found = yaml.text(yaml.get(map, key));
    if (found === null) yaml.say(map, `“${key}” is missing`, `Add “${key}:” with some words`);
    return found ?? "";
  };
  const id = text(node, "id");
  if (id && !ID.test(id))
    yaml.say(node, `“${id}” cannot be an address`, "Use lower case with hyphens, as in “7-days”");
  const seen = new Set<string>();
  const stages = readList(yaml, node, "stages").map((stage) => ({
    title: text(stage, "title"),
    chapters: readList(yaml, stage, "chapters").map((entry) => {
      const chapter = known(entry);
      if (seen.has(chapter)) yaml.say(entry, `“${chapter}” stands twice in “${id}”`, "Keep one");
      seen.add(chapter);
      return { chapter, entry };
    }),
  }));
  const all = stages.flatMap((stage) => stage.chapters);
  for (const [i, { chapter, entry }] of all.entries())
    for (const before of prerequisites.get(chapter) ?? [])
      if (all.findIndex((one) => one.chapter === before) > i)
        yaml.say(
          entry,
          `“${chapter}” builds on “${before}”, which comes later in “${id}”`,
          "Put that one first",
        );
  const days = numberOf(yaml.get(node, "days"));
  if (days !== null && days !== stages.length)
    yaml.say(node, `“${id}” has ${stages.length} stages for ${days} days`, "Make it one a day");
  if (yaml.get(node, "whole") && seen.size < chapters.length)
    yaml.say(
      node,
      `“${id}” leaves out ${chapters.filter((one) => !seen.has(one)).join(", ")}`,
      "Add them, or remove “whole”",
    );
  const plain = stages.map(({ title, chapters: own }) => ({
    title,
    chapters: own.map(({ chapter }) => chapter),
  }));
  return { id, title: text(node, "title"), for: text(node, "for"), stages: plain };
}

function readList(yaml: YamlReader, map: Node | null, key: string): Node[] {
  const list = yaml.list(yaml.get(map, key));
  if (list === null || list.length === 0)
    yaml.say(map, `“${key}” is no list`, "Write an entry a line, each after “- ”");
  return list ?? [];
}

function numberOf(node: Node | null): number | null {
  return isScalar(node) && typeof node.value === "number" ? node.value : null;
}
