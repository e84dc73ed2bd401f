import { probeClock } from "../../bench/browser/clock.ts";
import { COARSEST_CLOCK_MS } from "../../bench/defaults.ts";
import { lackingAtOnce } from "./at-once.ts";
import { opensDatabase } from "./database.ts";
import type { Need } from "./need.ts";

const REFUSED = "this browser refuses it, as in a private window or where storage is blocked";
const ABSENT = "this browser does not offer it";

const probes: Record<Need, () => string | null | Promise<string | null>> = {
  ...lackingAtOnce,
  clock: () => {
    const ms = probeClock().resolutionUs / 1000;
    if (ms <= COARSEST_CLOCK_MS) return null;
    return `that of this browser moves in steps of ${stepInWords(ms)}, as protection against fingerprinting makes it`;
  },
  opfs: async () => {
    if (!navigator.storage?.getDirectory) return ABSENT;
    return navigator.storage.getDirectory().then(
      () => null,
      () => REFUSED,
    );
  },
  indexeddb: async () => ((await opensDatabase()) ? null : REFUSED),
};

const asked = new Map<Need, Promise<string | null>>();

/** Of these needs those that this machine does not meet, each with the reason as a clause. Each is asked once a page. */
export async function lacking(needs: Iterable<Need>): Promise<Map<Need, string>> {
  const lacks = new Map<Need, string>();
  for (const need of new Set(needs)) {
    const answer = asked.get(need) ?? Promise.resolve(probes[need]());
    asked.set(need, answer);
    const why = await answer;
    if (why !== null) lacks.set(need, why);
  }
  return lacks;
}

/** "0.1 ms", "16.7 ms" */
export function stepInWords(ms: number): string {
  return `${Number(ms.toPrecision(3))} ms`;
}
