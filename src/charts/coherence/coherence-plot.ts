import { type CoherenceRun, type CoherenceStep, messageWords } from "../../simulate/index.ts";
import { figure } from "../parts/figure.ts";
import { tableView } from "../parts/table.ts";
import { drawCoherence } from "./drawing.ts";

export interface CoherencePlotOptions {
  /** this step, from 1, is marked */
  step?: number;
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/** What every core knows of every line after each step: a block for each line, a row for each core, a column for each step. */
export function coherencePlot(run: CoherenceRun, options: CoherencePlotOptions = {}): HTMLElement {
  return figure({
    label: `States of ${run.lines.length} lines in ${run.cores} cores over ${run.steps.length} steps`,
    caption: options.caption ?? caption(run),
    draw: (layout) => drawCoherence(run, options.step ?? null, layout),
    table: tableView(
      "Steps, their messages and the states after them",
      [{ head: "step" }, { head: "messages" }, { head: "line", number: true }, { head: "states after it" }],
      run.steps.map(cells),
    ),
  });
}

function caption({ steps }: CoherenceRun): string {
  const messages = steps.reduce((sum, step) => sum + step.messages.length, 0);
  const used = new Set(steps.flatMap(({ states }) => states));
  const names = { M: "M modified", O: "O owned", E: "E exclusive", S: "S shared", I: "a dot: no valid copy" };
  const key = (["M", "O", "E", "S", "I"] as const).filter((state) => used.has(state)).map((s) => names[s]);
  return `${steps.length} steps, ${messages} messages. Outlined: the core whose step it is. ${key.join(", ")}.`;
}

function cells(step: CoherenceStep, i: number): string[] {
  const { core, does, what, line, states } = step;
  const words = messageWords(step).join("; ");
  return [`${i + 1}: core ${core} ${does} ${what}`, words || "none", String(line), states.join(" ")];
}
