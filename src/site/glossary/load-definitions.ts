import { stop } from "../book/load-book.ts";
import { loadChapters } from "../chapters/load-chapters.ts";
import { type Definition, definitionsOf } from "./definitions.ts";

/** All definitions of the book; ends the process with one line per mistake in them. */
export function loadDefinitions(root: string): Definition[] {
  const { definitions, problems } = definitionsOf(loadChapters(root), root);
  return problems.length > 0 ? stop(problems) : definitions;
}
