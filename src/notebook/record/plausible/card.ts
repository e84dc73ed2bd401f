import { engineOf } from "../../../bench/browser/environment.ts";
import type { NotebookRecord } from "../record.ts";
import { finestStepUs, ROUNDING } from "./clock-steps.ts";
import { allResults, type Finding } from "./finding.ts";
import { round, SHORTEST_NS } from "./shortest.ts";

/** What in the machine card of a record cannot be true, or is not of the machine of its results. */
export function cardFindings(record: NotebookRecord): Finding[] {
  const { card } = record;
  if (!card) return [];
  const findings: Finding[] = [];
  const say = (field: string, what: string) => findings.push({ field: `card.${field}`, what });
  const { browser, engine, clockUs, isolated, staircase } = card;
  if (engine !== engineOf(browser.name))
    say("engine", `${browser.name} has the engine ${engineOf(browser.name)}, not ${engine}`);
  const other = allResults(record).find(([, { environment }]) => environment.browser.name !== browser.name);
  if (other)
    say(
      "browser.name",
      `is ${browser.name}, and ${other[0]} was measured in ${other[1].environment.browser.name}`,
    );
  const finest = finestStepUs(card);
  if (finest !== null && clockUs < ROUNDING * finest)
    say(
      "clockUs",
      `${clockUs} µs is finer than ${engine} lets a page see ${isolated ? "" : "that is not isolated "}(${finest} µs)`,
    );
  const fast = staircase.findIndex(([, ns]) => ns < SHORTEST_NS);
  if (fast >= 0)
    say(`staircase[${fast}]`, `${round(staircase[fast][1])} ns for a load is less than a cycle at 10 GHz`);
  return findings;
}
