import { browserLabel } from "../../../bench/browser/label.ts";
import { judgeClaims } from "../../../bench/claims.ts";
import { describeVerdict } from "../../../bench/describe.ts";
import { words } from "../../../bench/experiment/settings.ts";
import { describeLatencies } from "../../../bench/latencies/describe.ts";
import { describeParallel } from "../../../bench/parallel/describe.ts";
import { short, time } from "../../../bench/text/units.ts";
import { describeTimeline } from "../../../bench/timeline/describe.ts";
import type { Result, Setting } from "../../../bench/types.ts";
import { type Carried, changedCells, type Shared, type SharedResult, sharedResults } from "../shared.ts";
import { machineFacts, sayInputs } from "./facts.ts";
import { modelText } from "./model-text.ts";

/**
 * A result as plain text, complete enough for an issue: what was found, on what, from what. The reader's own results if there
 * are any, else the recorded ones; of a model what its figures say.
 */
export function resultText(shared: Shared, { edits }: Pick<Carried, "edits">, link: string): string {
  const { manifest, element, outcomes, settings } = shared;
  const all = sharedResults(shared);
  const own = all.filter(({ source }) => source === "own");
  const told = own.length > 0 ? own : all;
  const blocks = [
    manifest.title,
    ...(outcomes.length > 0 ? told.map((one) => block(one, settings)) : modelText(element, settings)),
    [
      ...(edits.size > 0
        ? [`code: changed in ${changedCells(shared, edits)}; the link has it`]
        : [`code: as published (${manifest.file}, version ${manifest.version})`]),
      `link: ${link}`,
    ].join("\n"),
  ];
  return `${plain(blocks.join("\n\n"))}\n`;
}

function block(
  { experiment, outcome, result, source, machine, inputs }: SharedResult,
  settings: Setting[],
): string {
  const whose = source === "recorded" ? `recorded on ${machine}` : "measured on this machine";
  const { environment, harness, createdAt } = result;
  return [
    `${experiment}, ${whose}, ${createdAt.slice(0, 16).replace("T", " ")} UTC`,
    ...found(result).map(indent),
    ...describeParallel(outcome.spec, result).map(indent),
    ...claims(outcome, result).map(indent),
    ...result.warnings.map(({ sentence }) => indent(`warning: ${sentence}`)),
    ...(Object.keys(inputs).length > 0 ? [indent(`inputs: ${sayInputs(inputs, settings)}`)] : []),
    indent(`browser: ${browserLabel(environment)} (${environment.engine}), ${environment.os}`),
    indent(`machine: ${machineFacts(environment)}`),
    indent(`harness: ${harness.version}, seed ${harness.seed}`),
  ].join("\n");
}

function found(result: Result): string[] {
  const { bench, comparisons, harness, sweep, variants } = result;
  const per = bench.per?.what ?? "call";
  const typical = (name: string) => {
    const ns = variants.find((variant) => variant.name === name)?.typicalNs ?? Number.NaN;
    return `${name} ${time(ns / (bench.per?.count ?? 1))}`;
  };
  return [
    ...comparisons.flatMap((comparison) => {
      const { variant, baseline, ratio, interval, coverage, blocks } = comparison;
      return [
        `verdict: ${describeVerdict(comparison, harness.sameWithin)}`,
        `ratio ${variant} / ${baseline}: ${range(ratio, interval)}, coverage ${(100 * coverage).toFixed(1)} %, ${blocks.length} blocks`,
        `time per ${per}: ${typical(variant)}, ${typical(baseline)}`,
      ];
    }),
    ...sweepLines(sweep, bench.per),
    ...describeLatencies(result),
    ...describeTimeline(result),
  ];
}

function sweepLines(sweep: Result["sweep"], per: Result["bench"]["per"]): string[] {
  if (!sweep) return [];
  const names = [sweep.variable, ...(sweep.second ? [sweep.second.variable] : [])];
  const variants = [...new Set(sweep.points.map(({ variant }) => variant))];
  return variants.map((variant) => {
    const points = sweep.points.filter((point) => point.variant === variant);
    const times = points.map(
      ({ at, typicalNs }) =>
        `${names.map((name) => words(at[name])).join("/")}: ${time(typicalNs / (per?.count ?? 1))}`,
    );
    return `time of ${variant} per ${per?.what ?? "call"} at ${names.join("/")} ${times.join(", ")}`;
  });
}

function claims({ spec }: SharedResult["outcome"], result: Result): string[] {
  return judgeClaims(spec, result).map(({ claim, state, ratio, interval }) => {
    const seen = ratio === null || interval === null ? "" : ` (ratio ${range(ratio, interval)})`;
    return `claim ${state}: ${claim.says}${seen}`;
  });
}

function range(ratio: number, [low, high]: [number, number]): string {
  return `${digits(ratio)} (${digits(low)} to ${digits(high)})`;
}

function digits(ratio: number): string {
  return ratio < 9.95 ? ratio.toFixed(3) : short(ratio);
}

function indent(line: string): string {
  return `  ${line}`;
}

/** Spaces that keep a number and its unit together are noise in a terminal and in an issue. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
