import { make } from "../panel/dom.ts";
import { type DiffLine, diffLines } from "./diff.ts";
import { visible } from "./visible.ts";

/** Lines around a change that are shown with it. */
const CONTEXT = 2;

/** Lines of one cell that are shown. */
const MOST_LINES = 2_000;

const marks = { same: " ", removed: "−", added: "+" };
const spoken = { same: "", removed: "removed: ", added: "added: " };
const tags = { same: "span", removed: "del", added: "ins" } as const;

/** What a link changes in one cell, as lines taken away and lines added. Loads no editor, and is text whatever it holds. */
export function diffView(heading: string, before: string, after: string): HTMLElement {
  const lines = near(diffLines(before, after));
  const shown = lines.slice(0, MOST_LINES).map((line) => {
    if (line === null) return make("span", { class: "nb-diff-gap" }, "⋯");
    const { kind, text } = line;
    return make(
      tags[kind],
      { class: `nb-diff-${kind}` },
      make("span", { "aria-hidden": "true" }, `${marks[kind]} `),
      make("span", { class: "sr-only" }, spoken[kind]),
      visible(text) || "\u200b",
    );
  });
  const left = lines.length - shown.length;
  return make(
    "div",
    { class: "nb-diff" },
    make("p", {}, heading),
    make("pre", { tabindex: "0", role: "group", "aria-label": heading }, ...shown),
    ...(left > 0 ? [make("p", {}, `${left.toLocaleString("en-GB")} more lines are not shown.`)] : []),
  );
}

/** Changed lines with some around them; null stands for what is left out. */
function near(lines: DiffLine[]): (DiffLine | null)[] {
  const changed = lines.flatMap(({ kind }, i) => (kind === "same" ? [] : [i]));
  const kept = new Set(
    changed.flatMap((i) => Array.from({ length: 2 * CONTEXT + 1 }, (_, k) => i + k - CONTEXT)),
  );
  const shown: (DiffLine | null)[] = [];
  for (const [i, line] of lines.entries()) {
    if (kept.has(i)) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  }
  return shown;
}
