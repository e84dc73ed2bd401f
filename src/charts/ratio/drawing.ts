import { plot } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";
import { ratioDomain, ratioTicks } from "../parts/ratio-axis.ts";
import { GEOMETRY, type Geometry, type PlacedGroup } from "./geometry.ts";
import { ground, measured } from "./marks.ts";
import type { RatioGroup } from "./rows.ts";
import { HEAD, words } from "./words.ts";

/** The drawing of `ratioPlot` at one width: a table whose middle column is an axis. */
export function drawRatios(groups: RatioGroup[], per: string, layout: Layout): Element {
  const geometry = GEOMETRY[layout];
  const { head, left, right, foot } = geometry;
  const placed = place(groups, geometry);
  const bottom = placed[placed.length - 1].bottom;
  const rows = placed.flatMap((group) => group.rows);
  const domain = ratioDomain(
    rows.flatMap(({ comparison }) => [...comparison.interval, ...comparison.blocks]),
  );
  const strips =
    layout === "wide"
      ? [{ y1: head, y2: bottom }]
      : rows.map(({ y }) => ({ y1: y + geometry.interval - 10, y2: y + geometry.blocks + 6 }));
  const frame = {
    top: head,
    bottom,
    width: WIDTH[layout] - left - right,
    outside: [left, right] as [number, number],
    headTaken: widthOf(HEAD[layout](per)) + 12,
    strips,
  };
  return plot({
    className: "hp-plot",
    width: WIDTH[layout],
    height: bottom + foot,
    margin: 0,
    marginLeft: left,
    marginRight: right,
    style: { fontSize: `${TEXT_SIZE}px` },
    x: { type: "log", domain, axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...ground(rows[0], domain, ratioTicks(domain, frame.width), frame),
      ...measured(rows, geometry),
      ...words(placed, per, geometry, layout),
    ],
  });
}

function place(groups: RatioGroup[], { head, group: heading, row, gap }: Geometry): PlacedGroup[] {
  let top = head;
  return groups.map((group) => {
    const rows = group.rows.map((each, i) => ({ ...each, y: top + heading + i * row }));
    const placed = { ...group, rows, top, bottom: top + heading + rows.length * row + gap };
    top = placed.bottom;
    return placed;
  });
}
