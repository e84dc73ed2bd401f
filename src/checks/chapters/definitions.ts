import { loadChapters } from "../../site/chapters/load-chapters.ts";
import { definitionsOf } from "../../site/glossary/definitions.ts";
import type { Check } from "../check.ts";
import { components } from "./components.ts";

/** Every term of the glossary is defined once, and its definition can be shown there. */
export const definitions: Check = {
  name: "glossary",
  run: async (root) => {
    // definitions may hold values that a page imports; what is not there is told by that check
    if ((await components.run(root)).length > 0) return [];
    return definitionsOf(loadChapters(root), root).problems;
  },
};
