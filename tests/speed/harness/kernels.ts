/**
 * Twelve small programs of the kinds that notebooks measure: arithmetic, arrays, sorting, text, tables, garbage, memory.
 * Each makes its input from a size and a seeded generator, and returns a value that depends on all of its work.
 */
export interface Kernel {
  size: number;
  setup: (size: number, random: () => number) => unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each kernel takes what its own setup made
  run: (input: any) => unknown;
}

const floats = (size: number, random: () => number) => Float64Array.from({ length: size }, random);
const words = (size: number, random: () => number) =>
  Array.from({ length: size }, () => `w${Math.floor(random() * size)}`);

export const kernels: Record<string, Kernel> = {
  /** dependent steps: its time is proportional to `size` and to nothing else */
  chain: {
    size: 10_000,
    setup: (size, random) => ({ size, start: Math.floor(random() * 2 ** 30) }),
    run: ({ size, start }: { size: number; start: number }) => {
      let x = start;
      for (let i = 0; i < size; ++i) x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 1) | 0;
      return x;
    },
  },
  sum: {
    size: 10_000,
    setup: floats,
    run: (xs: Float64Array) => {
      let sum = 0;
      for (let i = 0; i < xs.length; ++i) sum += xs[i];
      return sum;
    },
  },
  reduce: {
    size: 5_000,
    setup: (n, random) => Array.from(floats(n, random)),
    run: (xs: number[]) => xs.reduce((a, b) => a + b, 0),
  },
  sort: { size: 1_000, setup: floats, run: (xs: Float64Array) => xs.toSorted()[xs.length >> 1] },
  branch: {
    size: 100_000,
    setup: floats,
    run: (xs: Float64Array) => {
      let above = 0;
      for (let i = 0; i < xs.length; ++i) if (xs[i] > 0.5) ++above;
      return above;
    },
  },
  join: { size: 1_000, setup: words, run: (xs: string[]) => xs.join(",").length },
  count: {
    size: 1_000,
    setup: words,
    run: (xs: string[]) => {
      const counts = new Map<string, number>();
      for (const x of xs) counts.set(x, (counts.get(x) ?? 0) + 1);
      return counts.size;
    },
  },
  garbage: {
    size: 2_000,
    setup: floats,
    run: (xs: Float64Array) => {
      const points = Array.from(xs, (x, i) => ({ x, y: i }));
      let sum = 0;
      for (const { x, y } of points) sum += x * y;
      return sum;
    },
  },
  json: {
    size: 200,
    setup: (n, random) => JSON.stringify(words(n, random).map((name, id) => ({ id, name }))),
    run: (text: string) => JSON.parse(text).length,
  },
  match: {
    size: 2_000,
    setup: (n, random) => words(n, random).join(" "),
    run: (text: string) => text.match(/w\d*7\b/g)?.length ?? 0,
  },
  chase: {
    size: 65_536,
    setup: (size, random) => {
      const next = Int32Array.from({ length: size }, (_, i) => i);
      for (let i = size - 1; i > 0; --i) {
        const j = Math.floor(random() * i);
        [next[i], next[j]] = [next[j], next[i]];
      }
      return next;
    },
    run: (next: Int32Array) => {
      let p = 0;
      for (let i = 0; i < 20_000; ++i) p = next[p];
      return p;
    },
  },
  big: {
    size: 500,
    setup: (size, random) => ({ size, start: BigInt(Math.floor(random() * 2 ** 40)) }),
    run: ({ size, start }: { size: number; start: bigint }) => {
      let x = start;
      for (let i = 0; i < size; ++i) x = BigInt.asUintN(64, x * 6364136223846793005n + 1442695040888963407n);
      return x;
    },
  },
};
