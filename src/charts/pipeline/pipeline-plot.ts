import type { PipelineRow, PipelineRun } from "../../simulate/index.ts";
import { figure } from "../parts/figure.ts";
import { tableView } from "../parts/table.ts";
import { drawPipeline } from "./drawing.ts";

export interface PipelinePlotOptions {
  /** this cycle is marked */
  cycle?: number;
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/** Who is where in which cycle: a row for each instruction, a column for each cycle. */
export function pipelinePlot(run: PipelineRun, options: PipelinePlotOptions = {}): HTMLElement {
  return figure({
    label: `Pipeline diagram: ${run.instructions} instructions in ${run.cycles} cycles`,
    caption: options.caption ?? caption(run),
    draw: (layout) => drawPipeline(run, options.cycle ?? null, layout),
    table: tableView(
      "Cycles of each instruction in each stage",
      [{ head: "instruction" }, ...run.stages.map(([, name]) => ({ head: name })), { head: "waits" }],
      run.rows.map((row) => cells(row, run)),
    ),
  });
}

function caption({ stages, rows, instructions, cycles, lost }: PipelineRun): string {
  const letters = stages.map(([letter, name]) => `${letter} ${name}`).join(", ");
  const count = instructions === 1 ? "1 instruction takes" : `${instructions} instructions take`;
  const waits = rows.some(({ stays }) => stays.some(({ kind }) => kind === "wait"));
  return [
    `${count} ${cycles} cycles. ${letters}`,
    ...(waits ? ["a line: it waits"] : []),
    ...(lost > 0 ? ["dashed: fetched on a wrong guess and thrown away"] : []),
  ]
    .join("; ")
    .concat(".");
}

/** In which cycles it was in each stage, and what it waited for. */
function cells({ text, lost, stays }: PipelineRow, { stages }: PipelineRun): string[] {
  const inStage = stages.map(([letter]) => {
    const times = stays.filter(({ stage, kind }) => stage === letter && kind !== "wait");
    return times.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
  });
  const waits = stays.filter(({ kind }) => kind === "wait");
  const words = waits.map(({ from, to, says }) => `${to - from + 1}: ${says}`);
  return [text, ...inStage, lost ? "thrown away" : words.join("; ")];
}
