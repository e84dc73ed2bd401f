import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DARK_FROM, HEATS, heatOf } from "../../src/charts/surface/heat.ts";

const source = new URL("../../src/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, source), "utf8");
const tokens = read("site/styles/tokens.css");
const steps = [
  ...read("charts/charts.css").matchAll(
    /\.hp-heat-(\d) \{\s*color: color-mix\(in srgb, var\(--hp-(\w+)\), var\(--hp-series-2\) (\d+)%\)/g,
  ),
];

test.each([
  ["light", 1],
  ["dark", 2],
])("the numbers of a heat map are readable on every step in the %s palette", (_, theme) => {
  const colour = (name: string) =>
    channels(tokens.match(new RegExp(`--hp-${name}: light-dark\\((#\\w+), (#\\w+)\\)`))?.[theme] ?? "");
  expect(steps).toHaveLength(HEATS);
  for (const [, step, ground, share] of steps) {
    const fill = mix(colour(ground), colour("series-2"), Number(share) / 100);
    const words = colour(Number(step) >= DARK_FROM ? "paper" : "ink");
    expect(contrast(fill, words), `step ${step}`).toBeGreaterThanOrEqual(4.5);
  }
});

test("times that spread widely get steps of equal ratio, others of equal difference", () => {
  const steps = (times: number[]) => times.map(heatOf(times).stepOf);
  expect(steps([1, 4, 16, 64, 256])).toEqual([1, 3, 5, 7, 8]);
  expect(steps([1, 3, 5, 7, 9])).toEqual([1, 3, 5, 7, 8]);
  expect(steps([5, 5])).toEqual([1, 1]);
});

function channels(hex: string): number[] {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
}

function mix(a: number[], b: number[], share: number): number[] {
  return a.map((x, i) => x * (1 - share) + b[i] * share);
}

/** Contrast ratio of two colours, WCAG 2.2 "contrast ratio". */
function contrast(a: number[], b: number[]): number {
  const [low, high] = [a, b].map(luminance).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: number[]): number {
  const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
