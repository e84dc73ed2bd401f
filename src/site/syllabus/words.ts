import type { Count, Counts } from "./coverage.ts";
import { KINDS, NEEDS, type SyllabusNotebook } from "./syllabus.ts";

/** "2 of 5", or "5" of none that is missing. */
export function countText({ done, planned }: Count): string {
  return `${done.toLocaleString("en-GB")} of ${planned.toLocaleString("en-GB")}`;
}

/** "1 chapter", "3 chapters". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}

/** What is written, and what is planned and not yet written, in two sentences. */
export function stateText({ chapters, items, notebooks }: Counts): string {
  const whole = `The plan holds ${plural(chapters.planned, "chapter")}, ${plural(items.planned, "item")} and ${plural(notebooks.planned, "experiment")}.`;
  if (chapters.done === chapters.planned) return `${whole} All of it is written.`;
  const done = `Written so far: ${plural(chapters.done, "chapter")}, which ${chapters.done === 1 ? "teaches" : "teach"} ${plural(items.done, "item")} and ${chapters.done === 1 ? "shows" : "show"} ${plural(notebooks.done, "experiment")}.`;
  return `${whole} ${done} Everything else is planned and not yet written.`;
}

/** "measured live; needs WebAssembly". */
export function notebookText({ kind, needs }: Pick<SyllabusNotebook, "kind" | "needs">): string {
  const named = needs.map((need) => NEEDS[need]).filter(Boolean);
  return named.length > 0 ? `${KINDS[kind]}; needs ${named.join(", ")}` : KINDS[kind];
}
