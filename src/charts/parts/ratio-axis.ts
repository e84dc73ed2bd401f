import { LEAST_RATIO_DOMAIN, TICK_GAP } from "./defaults.ts";
import { widthOf } from "./fit.ts";
import { scale } from "./scale.ts";

/** Ratios that people say, from fine to coarse; the finest set that fits is used. */
const TICKS = [
  [0.9, 0.95, 1, 1.05, 1.1],
  [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4],
  [0.25, 0.5, 0.75, 1, 1.5, 2, 3],
  [0.5, 0.75, 1, 1.5, 2, 3, 4, 6],
  [0.5, 1, 2, 3, 5],
  [0.25, 0.5, 1, 2, 4, 8],
  [0.125, 0.25, 0.5, 1, 2, 3, 4, 5, 6, 8],
  [0.1, 0.2, 0.5, 1, 2, 5, 10, 20],
  [0.01, 0.1, 1, 10, 100],
  [1e-6, 1e-4, 1e-2, 1, 1e2, 1e4, 1e6],
];

/** Share of the axis left free at either end, so that no dot touches it. */
const AIR = 0.04;

/** Smallest domain with 1 and all of these ratios in it. */
export function ratioDomain(seen: number[]): [number, number] {
  const low = Math.log(Math.min(...seen, LEAST_RATIO_DOMAIN[0]));
  const high = Math.log(Math.max(...seen, LEAST_RATIO_DOMAIN[1]));
  const air = (high - low) * AIR;
  return [Math.exp(low - air), Math.exp(high + air)];
}

/**
 * Ticks of the finest set that covers the domain and whose numbers stand apart on `width` pixels. The last tick is at least
 * the high end over `reach`.
 */
export function ratioTicks([low, high]: [number, number], width: number, reach = 2): number[] {
  const { at } = scale("log", [low, high]);
  const inside = (set: number[]) => set.filter((tick) => tick >= low && tick <= high);
  // a set that ends far inside the domain would leave a stretch without a tick
  const covers = (set: number[]) => set[0] / low < 1.35 && high / set[set.length - 1] < reach;
  const apart = (ticks: number[]) =>
    ticks.slice(1).every((tick, i) => {
      const room = (at(tick) - at(ticks[i])) * width;
      return room >= (widthOf(`${tick}×`) + widthOf(`${ticks[i]}×`)) / 2 + TICK_GAP;
    });
  return inside(TICKS.find((set) => covers(set) && apart(inside(set))) ?? TICKS[TICKS.length - 1]);
}
