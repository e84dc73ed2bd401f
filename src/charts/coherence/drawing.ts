import type { CoherenceRun, LineState } from "../../simulate/index.ts";
import { svg } from "../machine/svg.ts";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";

const BOX = 20;
const GAP = 3;
/** Numbers of the steps above all, the name of a line above its block, and room between blocks. */
const TOP = 22;
const NAME = 20;
const BETWEEN = 12;
/** A step is no wider than this, however few there are. */
const WIDEST = 36;
/** Step of the sequential scale: the more a core may do with its copy, the darker. */
const HEAT: Partial<Record<LineState, number>> = { M: 5, O: 4, E: 3, S: 2 };

/** A block of rows for each line, and under them the messages of each step. */
export function drawCoherence(run: CoherenceRun, marked: number | null, layout: Layout): Element {
  const { cores, lines, steps } = run;
  const left = widthOf("messages") + 10;
  const width = Math.min(WIDEST, (WIDTH[layout] - left - 1) / Math.max(1, steps.length));
  const block = NAME + cores * (BOX + GAP) + BETWEEN;
  const height = TOP + lines.length * block + BOX;
  const x = (step: number) => left + step * width;
  const top = (line: number) => TOP + line * block;
  const states = run.lines.map(({ line }) => history(run, line));
  return svg(
    "svg",
    {
      class: "hp-plot",
      viewBox: `0 0 ${WIDTH[layout]} ${height}`,
      width: WIDTH[layout],
      height,
      "font-size": TEXT_SIZE,
    },
    ...(marked !== null && marked >= 1 && marked <= steps.length
      ? [
          svg("rect", {
            class: "hp-band",
            x: px(x(marked - 1)),
            y: 0,
            width: px(width),
            height,
            fill: "currentColor",
          }),
        ]
      : []),
    ...steps.map((_, s) =>
      words(x(s) + width / 2, 13, String(s + 1), "middle", s + 1 === marked ? "hp-strong" : "hp-axis"),
    ),
    ...lines.flatMap(({ variables }, l) => [
      words(0, top(l) + 14, `a line with ${variables.join(", ")}`, "start", "hp-words"),
      ...Array.from({ length: cores }, (_, core) => {
        const y = top(l) + NAME + core * (BOX + GAP);
        return [
          words(left - 8, y + 14, `core ${core}`, "end", "hp-quiet"),
          ...steps.flatMap((step, s) =>
            cell(x(s), y, width, states[l][s][core], step.core === core && step.line === lines[l].line),
          ),
        ];
      }).flat(),
    ]),
    words(left - 8, height - 6, "messages", "end", "hp-quiet"),
    ...steps.map(({ messages }, s) =>
      words(
        x(s) + width / 2,
        height - 6,
        String(messages.length),
        "middle",
        messages.length > 0 ? "hp-words" : "hp-quiet",
      ),
    ),
  );
}

/** States of a line in each core, after each step. */
function history({ cores, steps }: CoherenceRun, line: number): LineState[][] {
  let now = Array<LineState>(cores).fill("I");
  return steps.map((step) => {
    if (step.line === line) now = step.states;
    return now;
  });
}

function cell(x: number, y: number, width: number, state: LineState, active: boolean): Element[] {
  const box = { x: px(x + 1), y, width: px(width - 2), height: BOX, rx: 2 };
  const heat = HEAT[state];
  return [
    ...(heat ? [svg("rect", { ...box, class: `hp-heat-${heat}`, fill: "currentColor" })] : []),
    ...(active
      ? [svg("rect", { ...box, class: "hp-words", fill: "none", stroke: "currentColor", "stroke-width": 2 })]
      : []),
    words(
      x + width / 2,
      y + 14,
      state === "I" ? "·" : state,
      "middle",
      state === "I" ? "hp-quiet" : "hp-words",
    ),
  ];
}

function words(x: number, y: number, text: string, anchor: string, className: string): Element {
  return svg(
    "text",
    { class: className, x: px(x), y: px(y), "text-anchor": anchor, fill: "currentColor" },
    text,
  );
}

function px(value: number): number {
  return Number(value.toFixed(1));
}
