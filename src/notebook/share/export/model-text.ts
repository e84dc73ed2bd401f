import type { Setting } from "../../../bench/types.ts";
import { sayInput } from "./facts.ts";

/** What the figures of a model say: its inputs, the sentence under each figure, and its open tables. */
export function modelText(element: Element, settings: readonly Setting[]): string[] {
  const inputs = settings.map((setting) => `  ${sayInput(setting.name, setting, setting.value)}`);
  const shown = [...element.querySelectorAll(".nb-output :is(figcaption, table)")].filter(
    (part) => !part.closest("details"),
  );
  return [
    `a model, computed from a seed${inputs.length > 0 ? `, with\n${inputs.join("\n")}` : ""}`,
    ...shown.map((part) => (part instanceof HTMLTableElement ? tableText(part) : words(part))),
  ];
}

/** The rows with their columns in line, as a fixed-width font shows them. */
function tableText(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells].map(words));
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function words(part: Element): string {
  return (part.textContent ?? "").replace(/\s+/g, " ").trim();
}
