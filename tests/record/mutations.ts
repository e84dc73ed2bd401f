import type { Result } from "../../src/bench/types.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";

/** A record with its types off, so that one line can spoil anything. */
// biome-ignore lint/suspicious/noExplicitAny: the mutations write what no type allows
type Spoilt = any;

/** What is done to a good record, and the field that must be named. */
export interface Mutation {
  name: string;
  spoil: (record: Spoilt) => void;
  field: string | RegExp;
}

const first = (result: Result) => result.variants[0].workers[0];
const of =
  (experiment: string, spoil: (result: Spoilt) => void) =>
  (record: Spoilt): void =>
    spoil(record.results[experiment]);
const pair = (name: string, spoil: (result: Spoilt) => void, field: string | RegExp): Mutation => ({
  name,
  spoil: of("pair", spoil),
  field: typeof field === "string" ? `results.pair.${field}` : field,
});

const carded = (name: string, spoil: (card: Spoilt) => void, field: string): Mutation => ({
  name: `a card ${name}`,
  spoil: (record) => spoil(record.card),
  field: `card.${field}`,
});

/** What is wrong with the machine card. */
const cards: Mutation[] = [
  carded("of another version", (card) => (card.schema = "hot-path/card.v2"), "schema"),
  carded("with a name of its own", (card) => (card.host = "x"), "host"),
  carded("with markup", (card) => (card.os = "<img src=x>".repeat(9)), "os"),
  carded("whose knee lies nowhere", (card) => (card.knees[0].from = 5), "knees[0]"),
  carded("of another engine", (card) => (card.engine = "SpiderMonkey"), "engine"),
  carded(
    "of another browser",
    (card) =>
      Object.assign(card, { browser: { name: "Firefox", major: 153 }, engine: "SpiderMonkey", clockUs: 20 }),
    "browser.name",
  ),
  carded("with a clock that is too fine", (card) => (card.clockUs = 1), "clockUs"),
  carded("with a load faster than a cycle", (card) => (card.staircase[0][1] = 0.01), "staircase[0]"),
  carded("from after the record", (card) => (card.measuredAt = "2026-11-21T12:00:00.000Z"), "measuredAt"),
  carded("from before the harness", (card) => (card.measuredAt = "2025-11-21T12:00:00.000Z"), "measuredAt"),
];

/** What the schema refuses. */
const schema: Mutation[] = [
  { name: "a field nobody knows", spoil: (r) => (r.extra = 1), field: "extra" },
  { name: "another schema", spoil: (r) => (r.schema = "hot-path/record.v9"), field: "schema" },
  { name: "a day in words", spoil: (r) => (r.recordedAt = "yesterday"), field: "recordedAt" },
  { name: "a processor that is a number", spoil: (r) => (r.machine.cpu = 9), field: "machine.cpu" },
  { name: "a machine with a name of its own", spoil: (r) => (r.machine.host = "x"), field: "machine.host" },
  { name: "no result", spoil: (r) => (r.results = {}), field: "results" },
  { name: "too much text", spoil: (r) => (r.machine.note = "x".repeat(500_000)), field: "record" },
  { name: "earlier runs that are no list", spoil: (r) => (r.earlier.pair = {}), field: "earlier.pair" },
  pair("a kind nobody knows", (r) => (r.kind = "speed"), "kind"),
  pair("a result with a field nobody knows", (r) => (r.userAgent = "x"), "userAgent"),
  pair("a time below zero", (r) => (first(r).slices[0] = -1), "variants[0].workers[0].slices[0]"),
  pair(
    "a time that is no number",
    (r) => (first(r).slices[0] = Number.NaN),
    "variants[0].workers[0].slices[0]",
  ),
  pair("a time without end", (r) => (first(r).slices[0] = Infinity), "variants[0].workers[0].slices[0]"),
  pair("an interval upside down", (r) => r.variants[0].interval.reverse(), "variants[0].interval"),
  pair("a coverage above 1", (r) => (r.variants[0].coverage = 1.2), "variants[0].coverage"),
  pair("a verdict nobody knows", (r) => (r.comparisons[0].verdict = "best"), "comparisons[0].verdict"),
  pair(
    "a warning nobody knows",
    (r) => (r.warnings = [{ code: "x", sentence: "", next: "" }]),
    "warnings[0].code",
  ),
  pair("markup for a hash", (r) => (r.bench.hash = ["<b>"]), "bench.hash"),
];

/** What the notebook as it is now refuses. */
const notebook: Mutation[] = [
  { name: "another notebook's record", spoil: (r) => (r.notebook = "loops/two"), field: "notebook" },
  {
    name: "an experiment that is none",
    spoil: (r) => (r.results.strange = r.results.pair),
    field: "results.strange",
  },
  { name: "a machine left open", spoil: (r) => (r.machine = null), field: "machine" },
  { name: "a machine without a name", spoil: (r) => (r.machine.cpu = " "), field: "machine" },
  {
    name: "a path in the note",
    spoil: (r) => (r.machine.note = "in /home/anna/book"),
    field: "machine.note",
  },
  { name: "a long story", spoil: (r) => (r.machine.os = "x".repeat(300)), field: "machine.os" },
  pair("other inputs", (r) => (r.bench.params.n = 2000), "bench.params"),
  pair("another number of elements", (r) => (r.bench.per.count = 10), "bench.per"),
  pair("another kernel", (r) => (r.bench.sources.a = "() => 0"), "bench.sources"),
  pair("the name of another experiment", (r) => (r.bench.id = "swept"), "bench.id"),
  pair("a wider band of same", (r) => (r.harness.sameWithin = 0.5), "harness.sameWithin"),
  pair(
    "the other baseline",
    (r) => Object.assign(r.comparisons[0], { variant: "a", baseline: "b" }),
    "comparisons[0].baseline",
  ),
  pair(
    "half a tenth of a nanosecond for an element of a plain loop",
    (r) => (first(r).slices[0] = 50),
    "variants[0].workers[0].slices[0]",
  ),
  {
    name: "another load",
    spoil: of("calls", (r) => (r.latencies.load = { kind: "open", perSecond: 10 })),
    field: "results.calls.latencies.load",
  },
];

/** What contradicts the calendar, the browser or the protocol. */
const protocol: Mutation[] = [
  { name: "a day in the future", spoil: (r) => (r.recordedAt = "2099-01-01T00:00:00Z"), field: "recordedAt" },
  pair("a result made after its record", (r) => (r.createdAt = "2026-11-21T12:00:00Z"), "createdAt"),
  pair("a result older than the harness", (r) => (r.createdAt = "2019-11-20T12:00:00Z"), "createdAt"),
  pair("another engine", (r) => (r.environment.engine = "SpiderMonkey"), "environment.engine"),
  pair("another browser", (r) => (r.environment.browser.name = "Safari"), "environment.engine"),
  pair("a clock too fine", (r) => (r.environment.clock.resolutionUs = 1), "environment.clock.resolutionUs"),
  pair(
    "an isolated clock on a page that is not",
    (r) => (r.environment.isolated = false),
    "environment.clock.resolutionUs",
  ),
  pair("no core", (r) => (r.environment.cores = 0), "environment.cores"),
  pair("a free call", (r) => (r.environment.floorNs = 0.01), "environment.floorNs"),
  pair("a free step", (r) => (r.environment.referenceNs.first = 0.01), "environment.referenceNs.first"),
  pair(
    "wrong answers",
    (r) => (r.warnings = [{ code: "wrong-answer", sentence: "a", next: "b" }]),
    "warnings[0]",
  ),
  pair("a harness of the future", (r) => (r.harness.version = "99"), "harness.version"),
  pair("another seed", (r) => (r.harness.seed += 1), /^results\.pair\.harness\.order\[\d+\]$/),
  pair("an order changed by hand", (r) => r.harness.order[0].reverse(), "harness.order[0]"),
  pair("a row too short", (r) => r.harness.order[3].pop(), "harness.order[3]"),
  pair("fewer rows than blocks", (r) => r.harness.order.pop(), "harness.order"),
  pair("fewer blocks than workers", (r) => (r.harness.blocks -= 1), "harness.blocks"),
  pair("no block", (r) => (r.harness.blocks = 0), "harness.order"),
  pair("a worker left out", (r) => r.variants[0].workers.pop(), "variants[0].workers"),
  pair(
    "a block left out and nobody told why",
    (r) => {
      for (const variant of r.variants) variant.workers.splice(4, 1);
      r.harness.blocks -= 1;
    },
    "discarded",
  ),
  pair(
    "another place",
    (r) => (first(r).position = 1 - first(r).position),
    "variants[0].workers[0].position",
  ),
  pair("another block", (r) => (r.variants[1].workers[0].block = 5), "variants[1].workers[0].block"),
  pair("no call", (r) => (first(r).n = 0), "variants[0].workers[0]"),
  pair("variants in another order", (r) => r.variants.reverse(), "variants[0]"),
  {
    name: "a point left out of a sweep",
    spoil: of("swept", (r) => r.sweep.points.splice(2, 1)),
    field: "results.swept.sweep.points",
  },
  {
    name: "a replicate left out at one point",
    spoil: of("swept", (r) => r.sweep.points[1].runs.pop()),
    field: "results.swept.sweep.points[1].runs",
  },
  {
    name: "fewer replicates than rows",
    spoil: of("swept", (r) => (r.harness.blocks = 4)),
    field: "results.swept.harness.blocks",
  },
  {
    name: "points of workers in another order",
    spoil: of("team", (r) => r.parallel.points.reverse()),
    field: "results.team.parallel.points[0]",
  },
  {
    name: "a replicate of latencies left out",
    spoil: of("calls", (r) => r.latencies.variants[1].replicates.pop()),
    field: "results.calls.latencies.variants[1].replicates",
  },
  {
    name: "a life left out",
    spoil: of("life", (r) => r.timeline.variants[0].runs.pop()),
    field: "results.life.timeline.variants[0].runs",
  },
];

/** Times that no machine has. */
const times: Mutation[] = [
  {
    name: "a call within half a cycle",
    spoil: of("swept", (r) => (r.sweep.points[0].runs[0] = 0.05)),
    field: "results.swept.sweep.points[0].runs[0]",
  },
  {
    name: "a million million calls a second",
    spoil: of("team", (r) => (r.parallel.points[0].runs[0] = 1e12)),
    field: "results.team.parallel.points[0].runs[0]",
  },
  {
    name: "a thousand million calls in a bin",
    spoil: of("life", (r) => (r.timeline.variants[0].runs[0][7] = 1e9)),
    field: "results.life.timeline.variants[0].runs[0][7]",
  },
  pair(
    "a slice made a little shorter",
    (r) => (first(r).slices[0] *= 0.99963),
    "variants[0].workers[0].slices[0]",
  ),
  pair("a warm-up made up", (r) => (first(r).warmUp[2][0] += 0.0021), "variants[0].workers[0].warmUp[2]"),
  pair(
    "equal slices everywhere",
    (r) => {
      const [slice] = first(r).slices;
      for (const worker of r.variants[0].workers) worker.slices.fill(slice);
    },
    "variants[0].workers",
  ),
  {
    name: "equal replicates at every point",
    spoil: of("swept", (r) => {
      for (const point of r.sweep.points) point.runs.fill(point.runs[0]);
    }),
    field: "results.swept.sweep.points[0].runs",
  },
  {
    name: "equal replicates of workers",
    spoil: of("team", (r) => {
      for (const point of r.parallel.points) point.runs.fill(point.runs[0]);
    }),
    field: "results.team.parallel.points[0].runs",
  },
  {
    name: "equal replicates of latencies",
    spoil: of("calls", (r) => r.latencies.variants[0].replicates.fill(r.latencies.variants[0].replicates[0])),
    field: "results.calls.latencies.variants[0].replicates",
  },
  {
    name: "equal lives",
    spoil: of("life", (r) => r.timeline.variants[0].runs.fill(r.timeline.variants[0].runs[0])),
    field: "results.life.timeline.variants[0].runs",
  },
  pair("a run over before its slices", (r) => (r.elapsedMs = 100), "elapsedMs"),
  {
    name: "lives longer than the run",
    spoil: of("life", (r) => (r.elapsedMs = 100)),
    field: "results.life.elapsedMs",
  },
];

/** What does not follow from the raw data. */
const summaries: Mutation[] = [
  pair("a faster variant", (r) => (r.variants[0].typicalNs *= 0.9), "variants[0].typicalNs"),
  pair("a narrower interval", (r) => (r.variants[0].interval[0] *= 1.0001), "variants[0].interval"),
  pair("a rounder coverage", (r) => (r.variants[0].coverage = 0.95), "variants[0].coverage"),
  pair("a smaller ratio", (r) => (r.comparisons[0].ratio *= 0.999), "comparisons[0].ratio"),
  pair(
    "a narrower interval of the ratio",
    (r) => (r.comparisons[0].interval[1] *= 0.999),
    "comparisons[0].interval",
  ),
  pair("another coverage of it", (r) => (r.comparisons[0].coverage = 0.99), "comparisons[0].coverage"),
  pair("a kinder verdict", (r) => (r.comparisons[0].verdict = "same"), "comparisons[0].verdict"),
  pair("a block's ratio made up", (r) => (r.comparisons[0].blocks[5] = 1), "comparisons[0].blocks[5]"),
  pair("a block's ratio left out", (r) => r.comparisons[0].blocks.pop(), "comparisons[0].blocks"),
  pair("no comparison", (r) => (r.comparisons = []), "comparisons"),
  pair(
    "a raw time twice as long",
    (r) => (first(r).slices = first(r).slices.map((ns) => 2 * ns)),
    /^results\.pair\.(variants|comparisons)\[0\]\./,
  ),
  {
    name: "a lower point",
    spoil: of("swept", (r) => (r.sweep.points[3].typicalNs *= 0.9)),
    field: "results.swept.sweep.points[3].typicalNs",
  },
  {
    name: "a narrower point",
    spoil: of("swept", (r) => (r.sweep.points[3].interval[1] *= 0.9999)),
    field: "results.swept.sweep.points[3].interval",
  },
  {
    name: "a surer point",
    spoil: of("swept", (r) => (r.sweep.points[3].coverage = 0.95)),
    field: "results.swept.sweep.points[3].coverage",
  },
  {
    name: "more calls a second",
    spoil: of("team", (r) => (r.parallel.points[1].perSecond *= 1.01)),
    field: "results.team.parallel.points[1].perSecond",
  },
  {
    name: "a quantile from nowhere",
    spoil: of("calls", (r) => {
      r.latencies.variants[0].quantiles[0].ns *= 2;
      r.latencies.variants[0].quantiles[0].interval[1] *= 2;
    }),
    field: "results.calls.latencies.variants[0].quantiles[0].ns",
  },
  {
    name: "a quantile surer than its replicates",
    spoil: of("calls", (r) => (r.latencies.variants[0].quantiles[0].interval[0] *= 1.0001)),
    field: "results.calls.latencies.variants[0].quantiles[0].interval",
  },
  {
    name: "a quantile with a better coverage than its replicates give",
    spoil: of("calls", (r) => (r.latencies.variants[0].quantiles[0].coverage = 0.99)),
    field: "results.calls.latencies.variants[0].quantiles[0].coverage",
  },
  {
    name: "a largest call that is not the largest",
    spoil: of("calls", (r) => (r.latencies.variants[0].maxNs *= 2)),
    field: /^results\.calls\.latencies\.variants\[0\]\.quantiles\[\d\]\.ns$/,
  },
  {
    name: "a mean from nowhere",
    spoil: of("calls", (r) => (r.latencies.variants[0].meanNs *= 1.2)),
    field: "results.calls.latencies.variants[0].meanNs",
  },
  {
    name: "an earlier run with a kinder verdict",
    spoil: (r) => (r.earlier.pair[0].comparisons[0].verdict = "same"),
    field: "earlier.pair[0].comparisons[0].verdict",
  },
];

export const mutations: Mutation[] = [...cards, ...schema, ...notebook, ...protocol, ...times, ...summaries];

/** A copy of the record with the mutation. */
export function spoilt(record: NotebookRecord, { spoil }: Mutation): NotebookRecord {
  const copy = structuredClone(record);
  spoil(copy);
  return copy;
}
