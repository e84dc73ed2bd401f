import { isMap, isScalar, type Node } from "yaml";
import { type Place, YamlReader } from "../book/yaml.ts";

/** A syllabus item that a page covers. */
export interface Cover extends Place {
  item: string;
  /** id of the heading or anchor where it is taught, if the page names one */
  at: string | null;
}

/** What lists and checks read of a page's front matter. */
export interface FrontMatter {
  title: string;
  covers: Cover[];
  /** one line per mistake: `file:line:column: what. The fix.` */
  problems: string[];
}

/** Reads the front matter of a page's text. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "";
  const yaml = new YamlReader(file, front, 2);
  const covers = (yaml.list(yaml.get(yaml.root, "covers")) ?? []).flatMap((entry) => {
    const cover = readCover(yaml, entry);
    if (cover) return [cover];
    yaml.say(entry, "this is no item of the syllabus", 'Write the item, or { item: …, at: "#place" }');
    return [];
  });
  return { title: yaml.text(yaml.get(yaml.root, "title")) ?? "", covers, problems: yaml.problems };
}

function readCover(yaml: YamlReader, entry: Node): Cover | null {
  const place = yaml.placeOf(entry);
  if (isScalar(entry)) {
    const item = yaml.text(entry);
    return item === null ? null : { item, at: null, ...place };
  }
  const item = yaml.text(yaml.get(entry, "item"));
  const at = yaml.text(yaml.get(entry, "at"));
  if (!isMap(entry) || item === null || !at?.startsWith("#")) return null;
  return { item, at: at.slice(1), ...place };
}
