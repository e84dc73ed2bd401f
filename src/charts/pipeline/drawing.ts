import type { PipelineRow, PipelineRun, Stay } from "../../simulate/index.ts";
import { svg } from "../machine/svg.ts";
import { type Layout, TEXT_SIZE, TICK_GAP, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";

/** Height of a row's boxes and of the room between rows; names stand in a line of their own where there is no room beside. */
const BOX = 18;
const GAP: Record<Layout, number> = { wide: 6, narrow: 22 };
/** Numbers of the cycles above the rows. */
const TOP: Record<Layout, number> = { wide: 24, narrow: 38 };
/** A cycle is no wider than this, however few there are. */
const WIDEST = 30;
/** A box less than this has no room for its letter. */
const LETTER = 9;
/** Cycles between two numbers where they do not all fit. */
const STEPS = [1, 2, 5, 10, 20, 50];

interface Frame {
  layout: Layout;
  /** left edge of a cycle, and top edge of a row's boxes */
  x: (cycle: number) => number;
  y: (row: number) => number;
  width: number;
  height: number;
}

/** A box for each stay in a stage, a line where an instruction waits, dashes for what is thrown away. */
export function drawPipeline({ rows, cycles }: PipelineRun, marked: number | null, layout: Layout): Element {
  const left = layout === "wide" ? Math.max(0, ...rows.map(({ text }) => widthOf(text))) + 12 : 1;
  const width = Math.min(WIDEST, (WIDTH[layout] - left - 1) / Math.max(1, cycles));
  const pitch = BOX + GAP[layout];
  const height = TOP[layout] + rows.length * pitch;
  const frame: Frame = {
    layout,
    x: (cycle) => left + (cycle - 1) * width,
    y: (row) => TOP[layout] + row * pitch,
    width,
    height,
  };
  return svg(
    "svg",
    {
      class: "hp-plot",
      viewBox: `0 0 ${WIDTH[layout]} ${height}`,
      width: WIDTH[layout],
      height,
      "font-size": TEXT_SIZE,
    },
    ...(marked !== null && marked <= cycles ? [band(marked, frame)] : []),
    ...numbers(cycles, marked, frame),
    ...rows.flatMap((row, i) => rowMarks(row, i, frame)),
  );
}

function band(cycle: number, { x, width, height }: Frame): Element {
  return svg("rect", {
    class: "hp-band",
    x: px(x(cycle)),
    y: 0,
    width: px(width),
    height,
    fill: "currentColor",
  });
}

function numbers(cycles: number, marked: number | null, { x, width }: Frame): Element[] {
  const widest = widthOf(String(cycles)) + TICK_GAP;
  const step = STEPS.find((every) => every * width >= widest) ?? cycles;
  const shown = Array.from({ length: cycles }, (_, i) => i + 1).filter(
    (cycle) => cycle % step === 0 || cycle === 1,
  );
  return shown.map((cycle) =>
    words(x(cycle) + width / 2, 13, String(cycle), "middle", cycle === marked ? "hp-strong" : "hp-axis"),
  );
}

function rowMarks({ text, lost, stays }: PipelineRow, row: number, frame: Frame): Element[] {
  const className = lost ? "hp-quiet" : "hp-words";
  const name =
    frame.layout === "wide"
      ? words(frame.x(1) - 8, frame.y(row) + 13, text, "end", className)
      : words(0, frame.y(row) - 5, text, "start", className);
  return [name, ...stays.flatMap((stay) => stayMarks(stay, row, frame))];
}

function stayMarks({ from, to, stage, kind }: Stay, row: number, { x, y, width }: Frame): Element[] {
  const [start, end] = [x(from), x(to + 1)];
  const middle = y(row) + BOX / 2;
  if (kind === "wait")
    return [
      svg("line", {
        class: "hp-series-1",
        x1: px(start + 1),
        x2: px(end - 1),
        y1: middle,
        y2: middle,
        stroke: "currentColor",
        "stroke-width": 2,
      }),
    ];
  const working = kind === "work" && (stage === "X" || stage === "M");
  const inset = Math.min(1, width / 6);
  const box = {
    x: px(start + inset),
    y: y(row),
    width: px(end - start - 2 * inset),
    height: BOX,
    rx: 2,
  };
  return [
    ...(working ? [svg("rect", { ...box, class: "hp-heat-3", fill: "currentColor" })] : []),
    svg("rect", {
      ...box,
      class: kind === "lost" ? "hp-quiet" : "hp-words",
      fill: "none",
      stroke: "currentColor",
      ...(kind === "lost" ? { "stroke-dasharray": "3 2" } : {}),
    }),
    ...(end - start >= LETTER
      ? [words((start + end) / 2, middle + 4, stage, "middle", kind === "lost" ? "hp-quiet" : "hp-words")]
      : []),
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
