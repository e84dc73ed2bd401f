import { browserLabel } from "../../../bench/browser/label.ts";
import type { Result } from "../../../bench/types.ts";
import type { SharedResult } from "../shared.ts";

/**
 * The columns; the page /reference/harness/ explains them to readers. A row is one number that was measured. What a kind of
 * experiment does not have is empty.
 */
export const COLUMNS = [
  "source",
  "machine",
  "browser",
  "measured_at",
  "experiment",
  "kind",
  "inputs",
  "variant",
  "at",
  "replicate",
  "position",
  "sample",
  "calls",
  "used",
  "quantity",
  "value",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** Raw data of all results as CSV (RFC 4180), the reader's own first. */
export function resultsCsv(results: readonly SharedResult[]): string {
  const rows = results.flatMap(({ experiment, result, source, machine, inputs }) => {
    const common: Row = {
      source,
      machine,
      browser: browserLabel(result.environment),
      measured_at: result.createdAt,
      experiment,
      kind: result.kind,
      inputs: JSON.stringify(inputs),
    };
    return measured(result).map((row) => ({ ...common, ...row }));
  });
  return [
    COLUMNS.join(","),
    ...rows.map((row) => COLUMNS.map((name) => field(row[name])).join(",")),
    "",
  ].join("\r\n");
}

/** Every number that was measured, whatever the kind of experiment. */
function measured(result: Result): Row[] {
  return [...slices(result), ...points(result), ...teams(result), ...latencies(result), ...timelines(result)];
}

function slices({ variants }: Result): Row[] {
  return variants.flatMap(({ name, workers }) =>
    workers.flatMap(({ block, position, n, warmUp, slices, setAside }) => {
      const of = (quantity: string, used: number, values: number[]) =>
        values.map((value, sample) => ({
          ...{ variant: name, replicate: block, position, sample, calls: n, used, quantity, value },
        }));
      return [
        ...of(
          "warm_up_ns_per_call",
          0,
          warmUp.map(([, ns]) => ns),
        ).map((row) => ({ ...row, calls: "" })),
        ...of("ns_per_call", 1, slices),
        ...of("ns_per_call", 0, setAside),
      ];
    }),
  );
}

function points({ sweep }: Result): Row[] {
  return (sweep?.points ?? []).flatMap(({ variant, at, runs }) => runsOf("ns_per_call", variant, at, runs));
}

function teams({ parallel }: Result): Row[] {
  return (parallel?.points ?? []).flatMap(({ variant, workers, runs }) =>
    runsOf("calls_per_second", variant, { workers }, runs),
  );
}

function latencies({ latencies }: Result): Row[] {
  return (latencies?.variants ?? []).flatMap(({ name, quantiles, replicates, histogram }) => [
    ...quantiles.flatMap(({ p }, i) =>
      runsOf(
        "latency_ns",
        name,
        { quantile: p },
        replicates.map((values) => values[i]),
      ),
    ),
    ...histogram.map(([from_ns, calls]) => ({
      ...{
        variant: name,
        at: JSON.stringify({ from_ns }),
        used: 1,
        quantity: "calls_in_bucket",
        value: calls,
      },
    })),
  ]);
}

function timelines({ timeline }: Result): Row[] {
  if (!timeline) return [];
  const { binMs, variants } = timeline;
  return variants.flatMap(({ name, runs }) =>
    (runs[0] ?? []).flatMap((_, bin) =>
      runsOf(
        "calls_in_bin",
        name,
        { from_ms: bin * binMs },
        runs.map((bins) => bins[bin]),
      ),
    ),
  );
}

function runsOf(quantity: string, variant: string, at: object, runs: number[]): Row[] {
  return runs.map((value, replicate) => ({
    variant,
    at: JSON.stringify(at),
    replicate,
    used: 1,
    quantity,
    value,
  }));
}

/**
 * Names come from code that a link may have brought, and spreadsheets calculate what begins with one of these signs: an
 * apostrophe keeps it text (OWASP, CSV injection).
 */
function field(value: string | number = ""): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
