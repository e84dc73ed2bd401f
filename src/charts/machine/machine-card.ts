import { browserLabel } from "../../bench/browser/label.ts";
import { type Card, type Features, nearestNs } from "../../bench/machine/card.ts";
import { LEAST_SWEEPS } from "../../bench/machine/staircase.ts";
import { clockText, kneeText, scalingText, sizeText } from "../../bench/machine/words.ts";
import { element } from "../parts/element.ts";
import { figure } from "../parts/figure.ts";
import { list, short, time } from "../parts/format.ts";
import { tableView } from "../parts/table.ts";
import { drawStaircase } from "./staircase-drawing.ts";

const featureNames: Record<keyof Features, string> = {
  simd: "WebAssembly SIMD",
  sharedMemory: "SharedArrayBuffer",
  opfs: "OPFS",
  indexedDb: "IndexedDB",
};

/**
 * A machine card for the page: four numbers, the staircase with its knees, and the rest in lines.
 * @param title whose machine it is: "Your machine"
 * @param day on which it was measured, in words
 */
export function machineCard(card: Card, title: string, day: string): HTMLElement {
  return element(
    "section",
    { class: "mc-card", "aria-label": `${title}, ${browserLabel(card)}` },
    element(
      "header",
      {},
      element("p", { class: "mc-title" }, title),
      element("p", { class: "mc-day" }, day),
      element("p", { class: "mc-browser" }, `${browserLabel(card)} (${card.engine}) on ${card.os}`),
    ),
    element("dl", { class: "mc-figures" }, ...keyFigures(card)),
    staircaseFigure(card),
    element("dl", { class: "mc-lines" }, ...lines(card)),
  );
}

function keyFigures(card: Card): HTMLElement[] {
  const { staircase, scaling2, clockUs } = card;
  const [bytes, ns] = staircase[staircase.length - 1];
  return [
    pair("a load from the nearest memory", time(nearestNs(card))),
    pair(`a load from ${sizeText(bytes)}`, time(ns)),
    pair("two workers over one", scaling2 ? `${scaling2.ratio.toFixed(2)}×` : "–"),
    pair("a step of the clock", clockText(clockUs)),
  ];
}

function staircaseFigure(card: Card): HTMLElement {
  return figure({
    label: "Line chart: time of a load against working set, with the knees as bands",
    caption: kneeSentence(card),
    draw: (layout) => drawStaircase(card, layout),
    table: tableView(
      "Time of a load",
      [{ head: "working set" }, { head: "time of a load (ns)", number: true }],
      card.staircase.map(([bytes, ns]) => [sizeText(bytes), short(ns)]),
    ),
  });
}

function kneeSentence({ knees, plateaus, sweeps }: Card): string {
  if (sweeps < LEAST_SWEEPS)
    return "Too few sweeps fitted the time to tell a knee from a disturbance: run again on a quiet machine.";
  if (plateaus.length === 0) return "The time of a load rises throughout: no plateau, so no knee.";
  if (knees.length === 0) return "The time of a load hardly changes: no knee within these sizes.";
  const places = knees.map((knee, i) => `knee ${i + 1} ${i === 0 ? "lies " : ""}${kneeText(knee)}`);
  return `${list(places).replace("knee", "Knee")}.`;
}

function lines({ isolated, clockUs, cores, scaling2, features }: Card): HTMLElement[] {
  const names = (wanted: boolean) =>
    (Object.keys(featureNames) as (keyof Features)[])
      .filter((key) => features[key] === wanted)
      .map((key) => featureNames[key]);
  const missing = names(false);
  return [
    pair("Clock", `steps of ${clockText(clockUs)}, page ${isolated ? "isolated" : "not isolated"}`),
    pair("Cores", `${cores} reported${scaling2 ? `; ${gainText(scaling2)}` : ""}`),
    pair("Offers", names(true).join(", ") || "none of what is asked for"),
    ...(missing.length > 0 ? [pair("Lacks", missing.join(", "))] : []),
  ];
}

function gainText(scaling2: NonNullable<Card["scaling2"]>): string {
  const [low, high] = scaling2.interval.map((end) => end.toFixed(2));
  return `${scalingText(scaling2)} (${low} to ${high})`;
}

/** A term and its value. */
function pair(term: string, value: string): HTMLElement {
  return element("div", {}, element("dt", {}, term), element("dd", {}, value));
}
