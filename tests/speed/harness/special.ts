import type { Kernel } from "./kernels.ts";

/** Shared by all variants of the contamination test, as a library function would be. */
function total(points: readonly { x: number; y: number }[], weight: number): number {
  let sum = 0;
  for (let i = 0; i < points.length; ++i) sum += points[i].x * points[i].y * weight;
  return sum;
}

const ones = Array.from({ length: 1000 }, (_, x) => x);
const shapes = {
  looked: ones.map((x) => ({ x, y: 1 })),
  turned: ones.map((x) => ({ y: 1, x })),
  named: ones.map((x) => ({ name: "p", x, y: 1 })),
  deep: ones.map((x) => ({ z: 0, x, y: 1 })),
  tagged: ones.map((x) => ({ tag: x, z: 0, x, y: 1 })),
};

/** The variant that is looked at, and four that hand objects of other shapes to the same helper. */
export const contamination: Record<string, (weight: number) => number> = Object.fromEntries(
  Object.entries(shapes).map(([name, points]) => [name, (weight: number) => total(points, weight)]),
);

/** Kernels that tempt a harness to print a number that means nothing. */
export const special: Record<string, Kernel> = {
  /** as much as a call that does nothing */
  nothing: { size: 1, setup: () => 0, run: () => 0 },
  /** computes and returns none of it: an engine may remove all of it */
  dead: {
    size: 1000,
    setup: (size) => ({ size }),
    run: ({ size }: { size: number }) => {
      let x = 1;
      for (let i = 0; i < size; ++i) x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 1) | 0;
      return 0;
    },
  },
};
