import { mirroredOrder } from "../../../bench/comparison/order.ts";
import { HARNESS_VERSION } from "../../../bench/defaults.ts";
import type { Result } from "../../../bench/types.ts";
import type { Finding, Rule } from "./finding.ts";

/** The order is that of the seed, and every variant, point and replicate is there once for each of its rows. */
export const blocks: Rule = (result) => {
  const names = Object.keys(result.bench.sources);
  const { version, blocks: count, order } = result.harness;
  if (names.length === 0) return say("bench.sources", "holds no variant");
  if (!isKnown(version))
    return say("harness.version", `“${version}” is none that this book knows (1 to ${HARNESS_VERSION})`);
  if (count < 1 || order.length < count)
    return say("harness.order", `has ${order.length} rows for ${count} blocks`);
  return [...orderOf(result, names), ...shapes[result.kind](result, names)];
};

function isKnown(version: string): boolean {
  return /^[1-9]\d{0,3}$/.test(version) && Number(version) <= Number(HARNESS_VERSION);
}

/** What a row of the order counts: variants, or the sets of workers with the two of the gate. */
function orderOf({ harness: { order, seed }, parallel }: Result, names: string[]): Finding[] {
  const width = parallel ? names.length * parallel.workers.length + 2 : names.length;
  const odd = order.findIndex((row) => row.length !== width);
  if (odd >= 0) return say(`harness.order[${odd}]`, `has ${order[odd].length} entries, not ${width}`);
  const expected = mirroredOrder(width, order.length, seed);
  const wrong = order.findIndex((row, i) => row.join() !== expected[i].join());
  return wrong < 0 ? [] : say(`harness.order[${wrong}]`, `is not the order that the seed ${seed} gives`);
}

const shapes: Record<Result["kind"], (result: Result, names: string[]) => Finding[]> = {
  comparison: ({ variants, harness, discarded }, names) => {
    const unnamed = misnamed("variants", variants, names);
    if (unnamed.length > 0) return unnamed;
    const counts = variants.map(({ workers }) => workers.length);
    if (new Set(counts).size === 1 && counts[0] !== harness.blocks)
      return say("harness.blocks", `is ${harness.blocks}, but every variant has ${counts[0]} workers`);
    const findings = variants.flatMap((_, v) => workersOf(v, variants, harness));
    const used = new Set(variants[0].workers.map(({ block }) => block));
    const lost = harness.order.findIndex(
      (_, block) => !used.has(block) && discarded.every((left) => left.block !== block),
    );
    if (lost >= 0) findings.push(...say("discarded", `does not say why block ${lost} is missing`));
    return findings;
  },
  sweep: ({ sweep, harness }, names) => {
    if (!sweep) return [];
    const { values, second, variable } = sweep;
    const places = values.flatMap((value) =>
      second
        ? second.values.map((other) => ({ [variable]: value, [second.variable]: other }))
        : [{ [variable]: value }],
    );
    const expected = names.flatMap((variant) =>
      places.map((at: Record<string, number>) => `${variant} at ${Object.values(at).join(", ")}`),
    );
    const axes = [variable, ...(second ? [second.variable] : [])];
    const found = sweep.points.map(
      ({ variant, at }) => `${variant} at ${axes.map((axis) => at[axis]).join(", ")}`,
    );
    return [
      ...points("sweep.points", expected, found),
      ...runs(
        "sweep.points",
        sweep.points.map((point) => point.runs),
        harness,
      ),
    ];
  },
  parallel: ({ parallel, harness }, names) => {
    if (!parallel) return [];
    const expected = names.flatMap((variant) => parallel.workers.map((count) => `${variant} on ${count}`));
    const found = parallel.points.map(({ variant, workers }) => `${variant} on ${workers}`);
    return [
      ...points("parallel.points", expected, found),
      ...runs(
        "parallel.points",
        parallel.points.map((point) => point.runs),
        harness,
      ),
    ];
  },
  latencies: ({ latencies, harness }, names) =>
    latencies
      ? [
          ...misnamed("latencies.variants", latencies.variants, names),
          ...runs(
            "latencies.variants",
            latencies.variants.map(({ replicates }) => replicates),
            harness,
            "replicates",
          ),
        ]
      : [],
  timeline: ({ timeline, harness }, names) =>
    timeline
      ? [
          ...misnamed("timeline.variants", timeline.variants, names),
          ...runs(
            "timeline.variants",
            timeline.variants.map((variant) => variant.runs),
            harness,
          ),
        ]
      : [],
};

/** Workers of one variant: one for each block, at its place in the block's order, with a time. */
function workersOf(
  v: number,
  variants: Result["variants"],
  { order, blocks: count }: Result["harness"],
): Finding[] {
  const { workers } = variants[v];
  if (workers.length !== count)
    return say(`variants[${v}].workers`, `holds ${workers.length}, not one for each of ${count} blocks`);
  return workers.flatMap(({ block, position, n, slices }, w) => {
    const path = `variants[${v}].workers[${w}]`;
    if (block !== variants[0].workers[w]?.block || block >= order.length)
      return say(`${path}.block`, `${block} is not the block of the other variants`);
    if (w > 0 && block <= workers[w - 1].block) return say(`${path}.block`, `${block} comes out of order`);
    if (order[block][position] !== v)
      return say(`${path}.position`, `${position} is not its place in the order of block ${block}`);
    if (n < 1 || slices.length === 0) return say(path, "has timed no call");
    return [];
  });
}

function misnamed(path: string, variants: readonly { name: string }[], names: string[]): Finding[] {
  return points(
    path,
    names,
    variants.map(({ name }) => name),
  );
}

/** Exactly these, in this order. */
function points(path: string, expected: string[], found: string[]): Finding[] {
  if (found.length !== expected.length) return say(path, `holds ${found.length}, not ${expected.length}`);
  const odd = found.findIndex((name, i) => name !== expected[i]);
  return odd < 0 ? [] : say(`${path}[${odd}]`, `is “${found[odd]}”, not “${expected[odd]}”`);
}

/** As many replicates as the order has rows. */
function runs(
  path: string,
  lists: readonly unknown[][],
  { blocks: count, order }: Result["harness"],
  field = "runs",
): Finding[] {
  if (order.length !== count)
    return say("harness.blocks", `is ${count}, but the order has ${order.length} rows`);
  const odd = lists.findIndex((list) => list.length !== count);
  return odd < 0 ? [] : say(`${path}[${odd}].${field}`, `holds ${lists[odd].length}, not ${count}`);
}

function say(field: string, what: string): Finding[] {
  return [{ field, what }];
}
