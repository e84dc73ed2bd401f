import { probeClock } from "../../bench/browser/clock.ts";
import { SLICE_MS, SLICE_TICKS } from "../../bench/defaults.ts";
import { whyNoSharedMemory } from "../../bench/worker/shared-memory.ts";
import { lacking, stepInWords } from "./lacking.ts";
import { experimentNeeds, type Stated } from "./need.ts";
import { describeShortfall } from "./shortfall.ts";

/** What a notebook tells above its cells on this machine; empty if there is nothing to tell. */
export async function noticeText(stated: Stated): Promise<string> {
  const lacks = await lacking([...stated.page, ...stated.experiments.flatMap(experimentNeeds)]);
  const { sentences, running } = describeShortfall(stated, lacks);
  if (running === 0 || crossOriginIsolated) return sentences.join(" ");
  const why = `${whyNoSharedMemory()}`;
  const isTold = sentences.some((sentence) => sentence.includes(why));
  const reason = isTold ? [] : [`${why[0].toUpperCase()}${why.slice(1)}.`];
  return [...sentences, ...reason, coarserClock()].join(" ");
}

/** What it means that a page is not isolated, where experiments run nevertheless. */
function coarserClock(): string {
  const ms = probeClock().resolutionUs / 1000;
  const how =
    ms * SLICE_TICKS > SLICE_MS
      ? "works, with longer and fewer slices"
      : "works, and takes as long as elsewhere";
  return `The clock moves in steps of ${stepInWords(ms)}: Run ${how}.`;
}
