import {
  type MappingKind,
  mappings,
  type Owner,
  type Served,
  type TableEntry,
  type Usage,
} from "./mappings.ts";

/** One step: who, what, and for some of them which page and which letter. */
export type MappingStep =
  | [who: Owner, what: "forks B" | "maps" | "gives back" | "exits"]
  | [who: Owner, what: "reads", page: number]
  | [who: Owner, what: "writes" | "write(2)s", page: number, value: string];

const VERBS: Record<string, RegExp> = {
  "forks B": /^A forks B$/,
  maps: /^[AB] maps$/,
  "gives back": /^[AB] gives back$/,
  exits: /^[AB] exits$/,
  reads: /^[AB] reads \d+$/,
  writes: /^[AB] writes \d+ \w$/,
  "write(2)s": /^[AB] write\(2\)s \d+ \w$/,
};

/** Steps from words: "A maps, A writes 0 x, A forks B, B reads 0". */
export function readSteps(text: string): MappingStep[] {
  return text
    .split(",")
    .map((words) => words.trim())
    .filter((words) => words !== "")
    .map((words) => {
      const verb = Object.keys(VERBS).find((name) => VERBS[name].test(words));
      if (!verb)
        throw new Error(
          `“${words}” is no step. Write it as in “A maps, A writes 0 x, A forks B, B reads 0”.`,
        );
      const [page, letter] = words.slice(verb.length + 3).split(" ");
      const rest = page ? [Number(page), ...(letter ? [letter] : [])] : [];
      return [words[0], verb, ...rest] as unknown as MappingStep;
    });
}

/** The state after a step. */
export interface Shot {
  step: MappingStep;
  served: Served;
  tables: Record<Owner, (TableEntry | null)[] | null>;
  usage: Record<Owner, Usage>;
  held: (string | null)[];
}

/** Plays steps from the beginning and keeps the state after each of them. */
export function playMappings(kind: MappingKind, steps: readonly MappingStep[], pages = 4): Shot[] {
  const world = mappings({ kind, pages });
  return steps.map((step) => {
    const served = act(step);
    const copyOf = (who: Owner) =>
      world.table(who)?.map((entry) => entry && { ...entry, frame: { ...entry.frame } }) ?? null;
    return {
      step,
      served,
      tables: { A: copyOf("A"), B: copyOf("B") },
      usage: { A: world.usage("A"), B: world.usage("B") },
      held: Array.from({ length: pages }, (_, page) => world.held(page)),
    };
  });

  function act(step: MappingStep): Served {
    const [who, what] = step;
    if (what === "reads") return world.read(who, step[2]);
    if (what === "writes") return world.write(who, step[2], step[3]);
    if (what === "write(2)s") world.writeFile(step[2], step[3]);
    else if (what === "forks B") world.fork();
    else if (what === "maps") world.map(who);
    else if (what === "gives back") world.giveBack(who);
    else world.exit(who);
    return { faults: 0, copies: 0 };
  }
}
