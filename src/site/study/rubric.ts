import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { MOST_POINTS } from "../../study/interview/draw.ts";
import { stop } from "../book/load-book.ts";
import { LEVELS, type Level } from "./items.ts";

export const RUBRIC_FILE = "content/interview.yaml";

/** What an answer is scored by. */
export interface Criterion {
  id: string;
  title: string;
  /** what 0, 1, 2 and 3 points mean */
  points: string[];
}

export interface Rubric {
  criteria: Criterion[];
  /** points that a level expects, by the order of the criteria */
  expected: Record<Level, number[]>;
}

/** Reads the text of `content/interview.yaml`; usable only if there is no problem. */
export function readRubric(text: string): Rubric & { problems: string[] } {
  const { criteria = [], expected = {} } = (parse(text) ?? {}) as Partial<Rubric>;
  const problems: string[] = [];
  const say = (what: string, fix: string) => problems.push(`${RUBRIC_FILE}:1:1: ${what}. ${fix}.`);
  for (const { id, title, points } of criteria)
    if (!/^[a-z-]+$/.test(id ?? "") || !title || points?.length !== MOST_POINTS + 1)
      say(
        `the criterion “${id}” is not complete`,
        `Give it an id, a title and ${MOST_POINTS + 1} lines of points`,
      );
  for (const level of Object.keys(LEVELS) as Level[]) {
    const points = (expected as Rubric["expected"])[level] ?? [];
    if (
      points.length !== criteria.length ||
      points.some((n) => !Number.isInteger(n) || n < 0 || n > MOST_POINTS)
    )
      say(
        `“expected” of ${level} does not fit the criteria`,
        `Write one number from 0 to ${MOST_POINTS} for each of them`,
      );
  }
  return { criteria, expected: expected as Rubric["expected"], problems };
}

/** Ends the process with one line per mistake. */
export function loadRubric(root: string): Rubric {
  const { problems, ...rubric } = readRubric(readFileSync(join(root, RUBRIC_FILE), "utf8"));
  return problems.length > 0 ? stop(problems) : rubric;
}
