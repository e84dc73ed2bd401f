import type { Node } from "yaml";
import { YamlReader } from "../book/yaml.ts";
import { KINDS, NEEDS, type Syllabus, type SyllabusChapter, type SyllabusNotebook } from "./syllabus.ts";

export const SYLLABUS_FILE = "content/syllabus.yaml";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads the text of `content/syllabus.yaml`.
 * @returns the syllabus, and one line per mistake in the form `file:line:column: what. The fix.` (it is usable only if there is none)
 */
export function readSyllabus(text: string): { syllabus: Syllabus; problems: string[] } {
  const yaml = new YamlReader(SYLLABUS_FILE, text);
  if (yaml.problems.length > 0) return { syllabus: { parts: [] }, problems: yaml.problems };
  const read = reader(yaml);
  const chapterIds = new Set<string>();
  const partIds = new Set<string>();
  const parts = read.each(yaml.root, "parts", (part) => ({
    id: read.id(part, partIds),
    title: read.text(part, "title"),
    chapters: read.each(part, "chapters", (chapter) => readChapter(read, chapter, chapterIds)),
  }));
  return { syllabus: { parts }, problems: yaml.problems };
}

function readChapter(read: Reader, chapter: Node, ids: Set<string>): SyllabusChapter {
  const items = new Set<string>();
  const notebooks = new Set<string>();
  return {
    id: read.id(chapter, ids),
    title: read.text(chapter, "title"),
    teach: read.each(chapter, "teach", (item) => read.unique(item, read.value(item), items)),
    beyond: read.each(chapter, "beyond", (item) => read.unique(item, read.value(item), items)),
    notebooks: read.each(chapter, "notebooks", (notebook) => ({
      id: read.id(notebook, notebooks),
      kind: read.oneOf(read.field(notebook, "kind"), KINDS),
      idea: read.text(notebook, "idea"),
      needs: read.each(notebook, "needs", (need) => read.oneOf(need, NEEDS)),
    })) satisfies SyllabusNotebook[],
  };
}

type Reader = ReturnType<typeof reader>;

/** Reads fields. What is missing is noted, once, and reading goes on with something empty in its place. */
function reader(yaml: YamlReader) {
  const field = (map: Node | null, key: string): Node | null => {
    const node = yaml.get(map, key);
    if (node === null) yaml.say(map, `“${key}” is missing`, `Add “${key}:”, as its neighbours have it`);
    return node;
  };
  const value = (node: Node | null): string => {
    const text = yaml.text(node);
    if (node && text === null)
      yaml.say(node, "is no text", "Write some words, in quotes if they hold a colon");
    return text ?? "";
  };
  const unique = (node: Node | null, name: string, seen: Set<string>): string => {
    if (name && seen.has(name)) yaml.say(node, `“${name}” stands twice`, "Keep one, or tell them apart");
    seen.add(name);
    return name;
  };
  return {
    field,
    value,
    unique,
    text: (map: Node, key: string) => value(field(map, key)),
    id(map: Node, seen: Set<string>): string {
      const node = field(map, "id");
      const id = value(node);
      if (id && !ID.test(id))
        yaml.say(node, `“${id}” cannot be an address`, "Use lower case with hyphens, as in “cpu-caches”");
      return unique(node, id, seen);
    },
    oneOf<T extends object>(node: Node | null, known: T): keyof T {
      const name = value(node);
      if (name && !Object.hasOwn(known, name))
        yaml.say(node, `“${name}” is not known here`, `Write one of ${Object.keys(known).join(", ")}`);
      return name as keyof T;
    },
    each<T>(map: Node | null, key: string, read: (node: Node) => T): T[] {
      const node = field(map, key);
      const list = yaml.list(node);
      if (node && list === null)
        yaml.say(node, `“${key}” is no list`, "Write an entry a line, each after “- ”");
      return (list ?? []).map(read);
    },
  };
}
