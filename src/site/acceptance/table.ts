import { median } from "../../bench/statistics/interval.ts";
import type { Line, Recorded, RivalLine, Test } from "./lines.ts";

/** One line of the acceptance table. */
export interface Row {
  what: string;
  found: string;
  /** what it should be; empty where nothing is promised */
  target: string;
  /** null where nothing is promised */
  met: boolean | null;
}

export interface Section {
  /** name of the setting, as in `Recorded` */
  name: string;
  title: string;
  rows: Row[];
}

/** Comparisons below which a share says nothing of a target of 5 %. */
const FEWEST = 20;

const engines: Record<string, string> = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** The acceptance table: one section for each setting, the rows in the order of the tests. */
export function tableOf(recorded: Recorded[]): Section[] {
  return recorded.map(({ name, lines, rivals }) => {
    const [engine, isolation] = name.split("-");
    const title = `${engines[engine] ?? engine}, ${isolation === "plain" ? "not isolated" : "isolated"}`;
    return { name, title, rows: [...ownRows(lines), ...rivalRows(rivals)] };
  });
}

/** "5 of 96 (5.2 %)" */
function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(part === 0 || part === whole ? 0 : 1)} %)`;
}

function countRow(
  what: string,
  lines: Line[],
  test: (line: Line) => boolean,
  limit: { atMost?: number; atLeast?: number },
): Row[] {
  if (lines.length === 0) return [];
  const part = lines.filter(test).length;
  const { atMost = 1, atLeast = 0 } = limit;
  const meets = part / lines.length <= atMost && part / lines.length >= atLeast;
  const met = lines.length < FEWEST ? null : meets;
  const target = limit.atMost === undefined ? `at least ${100 * atLeast} %` : `at most ${100 * atMost} %`;
  return [{ what, found: share(part, lines.length), target, met }];
}

const differs = ({ verdict }: Line) => verdict === "faster" || verdict === "slower";
const isSame = ({ verdict }: Line) => verdict === "same";
/** Whether the interval lies within plus or minus so much of 1, in logs as the verdict does it. */
const within =
  (width: number) =>
  ({ interval: [low, high] }: Line) =>
    low >= 1 - width && high <= 1 / (1 - width);

function ownRows(lines: Line[]): Row[] {
  const of = (test: Test) => lines.filter((line) => line.test === test);
  const [same, five, half, longer] = [of("same"), of("five-percent"), of("half-percent"), of("longer")];
  const timed = [...same, ...five, ...half];
  return [
    ...countRow("A kernel against itself, called faster or slower", same, differs, { atMost: 0.05 }),
    ...firstListed(same),
    ...countRow("A kernel against itself, interval within 5 %", same, within(0.05), { atLeast: 0.8 }),
    ...countRow("The same after Run longer (25 blocks), interval within 5 %", longer, within(0.05), {
      atLeast: 0.8,
    }),
    ...countRow("A kernel against itself after Run longer, called faster or slower", longer, differs, {
      atMost: 0.05,
    }),
    ...countRow("1.05 times the work, called slower", five, ({ verdict }) => verdict === "slower", {
      atLeast: 0.9,
    }),
    ...countRow(
      "1.05 times the work, 1.05 inside the interval",
      five,
      ({ interval: [low, high] }) => low <= 1.05 && 1.05 <= high,
      { atLeast: 0.92 },
    ),
    ...countRow("1.005 times the work, called same", half, isSame, { atLeast: 0.8 }),
    ...countRow("1.005 times the work, called faster or slower", half, differs, { atMost: 0.05 }),
    ...countRow("1.005 times the work after Run longer, called same", of("longer-half-percent"), isSame, {
      atLeast: 0.8,
    }),
    ...biasRows(of("bias")),
    ...rangeRows(of("range")),
    ...elapsedRows(timed),
    ...noiseRows(same),
    ...assumptionRows(same, of("busy")),
  ];
}

/** A preference for either place in the list would show as a share far from one half. */
function firstListed(same: Line[]): Row[] {
  if (same.length === 0) return [];
  const decided = same.filter(({ ratio }) => ratio !== 1);
  const part = decided.filter(({ ratio }) => ratio > 1).length;
  const met = Math.abs(part / decided.length - 0.5) <= 0.05 + 1e-9;
  return [
    {
      what: "A kernel against itself, the first listed the faster by whatever little",
      found: share(part, decided.length),
      target: "45 to 55 %",
      met,
    },
  ];
}

/** Median of the harness's time over that of one long measurement, for each length of the chain. */
function biasRows(lines: Line[]): Row[] {
  return grouped(lines, ({ pair }) => pair.sizes?.[0] ?? 0).map(([size, group]) => {
    const quotient = median(group.map(({ typicalNs, shotNs = Number.NaN }) => typicalNs[0] / shotNs));
    const allowed = size * 1.6 >= 1000 ? 0.02 : 0.05;
    return {
      what: `Time of ${size.toLocaleString("en-GB")} dependent steps over that of one measurement of a second, median of ${group.length}`,
      found: quotient.toFixed(3),
      target: `${1 - allowed} to ${1 + allowed}`,
      met: Math.abs(quotient - 1) <= allowed,
    };
  });
}

/** Twice the work takes twice the time, or nothing is said. */
function rangeRows(lines: Line[]): Row[] {
  const what: Record<string, string> = {
    chain: "dependent steps",
    dead: "steps whose result is thrown away",
    nothing: "calls that do nothing",
  };
  return grouped(lines, ({ pair }) => (pair.sizes?.[0] ?? 0) + what[pair.kernel].length / 100).map(
    ([, group]) => {
      const [{ pair }] = group;
      const said = ({ verdict, ratio }: Line) => (verdict === "refused" ? "refused" : ratio.toFixed(2));
      const right = ({ verdict, interval: [low, high] }: Line) =>
        verdict === "refused" || (low <= 2.1 && high >= 1.9);
      return {
        what: `${pair.sizes?.map((size) => size.toLocaleString("en-GB")).join(" against ")} ${what[pair.kernel]}, ratio`,
        found: group.map(said).join(", "),
        target: "2, or refused",
        met: group.every(right),
      };
    },
  );
}

function elapsedRows(lines: Line[]): Row[] {
  if (lines.length === 0) return [];
  const p95 = quantile(
    lines.map(({ elapsedMs }) => elapsedMs / 1000),
    0.95,
  );
  const longest = Math.max(...lines.map(({ longestTaskMs }) => longestTaskMs));
  const tells = longest > 0;
  return [
    {
      what: "From click to verdict, 95th percentile",
      found: `${p95.toFixed(2)} s`,
      target: "at most 3 s",
      met: p95 <= 3,
    },
    {
      what: "Longest task on the page",
      found: tells ? `${longest} ms` : "none over 50 ms was reported",
      target: "at most 50 ms",
      met: longest <= 50,
    },
  ];
}

/** What two blocks of one run differ by: the protocol was planned for 4 %. */
function noiseRows(same: Line[]): Row[] {
  if (same.length === 0) return [];
  const percent = (x: number) => `${(100 * x).toFixed(0)} %`;
  const found = grouped(same, ({ pair }) => pair.kernel)
    .map(([kernel, group]): [string, number] => [kernel, median(group.map(({ blockNoise }) => blockNoise))])
    .sort(([, a], [, b]) => a - b)
    .map(([kernel, noise]) => `${kernel} ${percent(noise)}`)
    .join(", ");
  const setAside = same.reduce((sum, line) => sum + line.setAside, 0) / same.length;
  return [
    { what: "Standard deviation between the blocks of a run, median", found, target: "", met: null },
    {
      what: "Slices set aside because the reference kernel was slow beside them",
      found: percent(setAside),
      target: "",
      met: null,
    },
  ];
}

/** What the plan assumes of the machine. */
function assumptionRows(same: Line[], busy: Line[]): Row[] {
  const assumed = (what: string, found: string): Row => ({ what, found, target: "", met: null });
  const unsettled = (lines: Line[]) =>
    `${((100 * lines.reduce((sum, line) => sum + line.unsettled, 0)) / lines.length).toFixed(0)} %`;
  const spawn =
    same.length > 0
      ? [
          assumed(
            "Start and end of a worker, median",
            `${median(same.map(({ spawnMs }) => spawnMs)).toFixed(1)} ms`,
          ),
        ]
      : [];
  const settled = grouped(
    [...same.filter(({ pair }) => pair.kernel === "chain"), ...busy],
    (line) => line.busy ?? 0,
  ).map(([cores, lines]) =>
    assumed(
      `Worker runs of the chain whose slices differ by more than 5 % from the end of their warm-up, ${["no core", "one core", "two cores"][cores]} busy`,
      unsettled(lines),
    ),
  );
  return [...spawn, ...settled];
}

function rivalRows(lines: RivalLine[]): Row[] {
  const rows = (test: Test, what: string) =>
    grouped(
      lines.filter((line) => line.test === test && line.tool),
      ({ tool }) => tool ?? "",
    ).map(([tool, group]) => ({
      what: `${tool}: ${what}`,
      found: share(group.filter(({ differs }) => differs).length, group.length),
      target: "",
      met: null,
    }));
  const contamination = grouped(
    lines.filter(({ test }) => test === "contamination"),
    ({ tool }) => tool ?? "this harness",
  ).map(([tool, group]): Row => {
    const ratio = median(group.map((line) => line.ratio));
    const own = tool === "this harness";
    return {
      what: `${tool}: time of a variant beside four others that share a helper, over its time alone, median of ${group.length}`,
      found: ratio.toFixed(2),
      target: own ? "0.97 to 1.03" : "",
      met: own ? Math.abs(ratio - 1) <= 0.03 : null,
    };
  });
  return [
    ...rows("same", "a kernel against itself, called different"),
    ...rows("five-percent", "1.05 times the work, called different"),
    ...contamination,
  ];
}

function grouped<T, K>(lines: readonly T[], keyOf: (line: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function quantile(xs: number[], p: number): number {
  return xs.toSorted((a, b) => a - b)[Math.floor(p * (xs.length - 1))];
}
