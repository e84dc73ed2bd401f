import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stop } from "../book/load-book.ts";
import { loadSyllabus } from "../syllabus/load-syllabus.ts";
import type { Syllabus } from "../syllabus/syllabus.ts";
import { PATHS_FILE, type Paths, readPaths } from "./paths.ts";

/** Every chapter of the syllabus in its order: "cpu/branches" and its title. */
export function syllabusChapters({ parts }: Syllabus): Map<string, string> {
  return new Map(
    parts.flatMap(({ id, chapters }) => chapters.map((one) => [`${id}/${one.id}`, one.title] as const)),
  );
}

/** Reads `content/paths.yaml`; ends the process with one line per mistake. */
export function loadPaths(root: string): Paths {
  const chapters = [...syllabusChapters(loadSyllabus(root)).keys()];
  const { problems, ...paths } = readPaths(readFileSync(join(root, PATHS_FILE), "utf8"), chapters);
  return problems.length > 0 ? stop(problems) : paths;
}
