import type { Result } from "../../../bench/types.ts";
import type { Rule } from "./finding.ts";

/** ns of one cycle at 10 GHz, which no processor reaches: no call, and no turn of a loop, is shorter. */
export const SHORTEST_NS = 0.1;

/** No call is shorter than a cycle. */
export const shortest: Rule = (result) => {
  const first = callTimes(result).find(({ ns }) => ns < SHORTEST_NS);
  if (!first) return [];
  return [{ field: first.field, what: `${round(first.ns)} ns for a call is less than a cycle at 10 GHz` }];
};

/** ns of a call wherever a result tells it, with the field; bins of a timeline that ended no call tell none. */
export function callTimes(result: Result): { field: string; ns: number }[] {
  const { variants, sweep, parallel, timeline } = result;
  const listed = (path: string, times: readonly number[]) =>
    times.map((ns, i) => ({ field: `${path}[${i}]`, ns }));
  return [
    ...variants.flatMap(({ workers }, v) =>
      workers.flatMap(({ slices, setAside }, w) => [
        ...listed(`variants[${v}].workers[${w}].slices`, slices),
        ...listed(`variants[${v}].workers[${w}].setAside`, setAside),
      ]),
    ),
    ...(sweep?.points ?? []).flatMap(({ runs }, p) => listed(`sweep.points[${p}].runs`, runs)),
    ...(parallel?.points ?? []).flatMap(({ runs, workers }, p) =>
      listed(
        `parallel.points[${p}].runs`,
        runs.map((perSecond) => (workers * 1e9) / perSecond),
      ),
    ),
    ...(timeline?.variants ?? []).flatMap(({ runs }, v) =>
      runs.flatMap((bins, r) =>
        listed(
          `timeline.variants[${v}].runs[${r}]`,
          bins.map((calls) => ((timeline?.binMs ?? 0) * 1e6) / calls),
        ),
      ),
    ),
  ];
}

export function round(value: number): number {
  return Number(value.toPrecision(3));
}
