import { experimentNeeds, type Need, type Stated } from "./need.ts";
import { needWords } from "./words.ts";

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** What of a notebook does not run on a machine. */
export interface Shortfall {
  /** which experiments do not run, why, and what is seen instead; none if nothing is missing */
  sentences: string[];
  /** how many experiments run */
  running: number;
}

/** @param lacks what is missing on this machine, each with the reason as a clause */
export function describeShortfall(stated: Stated, lacks: ReadonlyMap<Need, string>): Shortfall {
  const told = new Set<number>();
  const sentences: string[] = [];
  for (const [need, why] of lacks) {
    const which = [...stated.experiments.keys()].filter(
      (i) => experimentNeeds(stated.experiments[i]).includes(need) && !told.has(i),
    );
    for (const i of which) told.add(i);
    if (which.length === 0) continue;
    const many = which.length > 1;
    sentences.push(
      `${subject(which, stated.experiments.length)} ${many ? "do" : "does"} not run here: ` +
        `${many ? "they need" : "it needs"} ${needWords[need]}, and ${why}.`,
    );
  }
  const running = stated.experiments.length - told.size;
  if (told.size > 0 && stated.recorded) sentences.push("What is shown was recorded elsewhere.");
  if (told.size > 0 && running > 0) sentences.push(`Run measures the other${running > 1 ? "s" : ""}.`);
  const pageNeed = stated.page.find((need) => lacks.has(need));
  if (told.size === 0 && pageNeed)
    sentences.push(
      `A part of this notebook stays as it is: it needs ${needWords[pageNeed]}, and ${lacks.get(pageNeed)}.`,
    );
  return { sentences, running };
}

/** "This experiment", "The experiments of this notebook", "The second of the 3 experiments". */
function subject(which: number[], of: number): string {
  if (of === 1) return "This experiment";
  if (which.length === of) return "The experiments of this notebook";
  return `The ${listed(which.map((i) => ordinals[i] ?? `${i + 1}th`))} of the ${of} experiments`;
}

function listed(words: string[]): string {
  const last = words[words.length - 1];
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
