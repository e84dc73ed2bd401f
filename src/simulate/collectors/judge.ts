import type { Ledger } from "./collector.ts";
import type { World } from "./world.ts";

/** Holds what a cycle kept against what the program can reach: too little is lost, too much is floating garbage. */
export function judge(
  world: World,
  before: Iterable<number>,
  after: ReadonlySet<number>,
  ledger: Ledger,
): void {
  const reachable = world.reachable();
  for (const object of before) {
    if (reachable[object] && !after.has(object)) ledger.lost += 1;
    if (!reachable[object] && after.has(object)) ledger.floating += world.words[object];
  }
  ledger.cycles += 1;
}
