import { loadChapters } from "../../site/chapters/load-chapters.ts";
import { definitionsOf } from "../../site/glossary/definitions.ts";
import type { Check } from "../check.ts";

/** Every term of the glossary is defined once, and its definition can be shown there. */
export const definitions: Check = {
  name: "glossary",
  run: async (root) => definitionsOf(loadChapters(root), root).problems,
};
