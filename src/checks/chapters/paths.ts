import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chapterIds, readBook } from "../../site/book/book.ts";
import { syllabusChapters } from "../../site/paths/load-paths.ts";
import { PATHS_FILE, readPaths } from "../../site/paths/paths.ts";
import { RUBRIC_FILE, readRubric } from "../../site/study/rubric.ts";
import { readSyllabus, SYLLABUS_FILE } from "../../site/syllabus/read-syllabus.ts";
import type { Check } from "../check.ts";

/** The paths name chapters of the syllabus, in an order that builds up, and leave no written chapter out; the rubric is complete. */
export const paths: Check = {
  name: "paths and rubric",
  run: async (root) => {
    const read = (file: string) => readFileSync(join(root, file), "utf8");
    const { syllabus, problems: wrong } = readSyllabus(read(SYLLABUS_FILE));
    if (wrong.length > 0) return [];
    const planned = syllabusChapters(syllabus);
    const { paths: found, problems } = readPaths(read(PATHS_FILE), [...planned.keys()]);
    const onPath = new Set(found.flatMap(({ stages }) => stages.flatMap(({ chapters }) => chapters)));
    const written = chapterIds(readBook(read("content/book.yaml")).book).filter((id) => planned.has(id));
    const missing = written
      .filter((id) => !onPath.has(id))
      .map((id) => `${PATHS_FILE}:1:1: no path leads to “${id}”, which is written. Add it to one at least.`);
    return [...problems, ...missing, ...readRubric(read(RUBRIC_FILE)).problems];
  },
};
