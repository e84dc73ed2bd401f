import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stop } from "../book/load-book.ts";
import { keptByFile } from "../kept.ts";
import { loadSyllabus } from "../syllabus/load-syllabus.ts";
import type { Syllabus } from "../syllabus/syllabus.ts";
import { PATHS_FILE, type Paths, readPaths } from "./paths.ts";

/** What was read of the paths, for a syllabus: they are checked against it. */
const read = keptByFile((path) => {
  const text = readFileSync(path, "utf8");
  const found = new WeakMap<Syllabus, ReturnType<typeof readPaths>>();
  return (syllabus: Syllabus) => {
    const known = found.get(syllabus) ?? readPaths(text, [...syllabusChapters(syllabus).keys()]);
    found.set(syllabus, known);
    return known;
  };
});

/** Every chapter of the syllabus in its order: "cpu/branches" and its title. */
export function syllabusChapters({ parts }: Syllabus): Map<string, string> {
  return new Map(
    parts.flatMap(({ id, chapters }) => chapters.map((one) => [`${id}/${one.id}`, one.title] as const)),
  );
}

/** Reads `content/paths.yaml`; ends the process with one line per mistake. */
export function loadPaths(root: string): Paths {
  const { problems, ...paths } = read(join(root, PATHS_FILE))(loadSyllabus(root));
  return problems.length > 0 ? stop(problems) : paths;
}
