import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stop } from "../book/load-book.ts";
import { readSyllabus, SYLLABUS_FILE } from "./read-syllabus.ts";
import type { Syllabus } from "./syllabus.ts";

/** Reads `content/syllabus.yaml`; ends the process with one line per mistake. */
export function loadSyllabus(root: string): Syllabus {
  const { syllabus, problems } = readSyllabus(readFileSync(join(root, SYLLABUS_FILE), "utf8"));
  return problems.length > 0 ? stop(problems) : syllabus;
}
