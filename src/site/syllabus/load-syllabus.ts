import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stop } from "../book/load-book.ts";
import { keptByFile } from "../kept.ts";
import { readSyllabus, SYLLABUS_FILE } from "./read-syllabus.ts";
import type { Syllabus } from "./syllabus.ts";

const read = keptByFile((path) => readSyllabus(readFileSync(path, "utf8")));

/** Reads `content/syllabus.yaml`; ends the process with one line per mistake. */
export function loadSyllabus(root: string): Syllabus {
  const { syllabus, problems } = read(join(root, SYLLABUS_FILE));
  return problems.length > 0 ? stop(problems) : syllabus;
}
