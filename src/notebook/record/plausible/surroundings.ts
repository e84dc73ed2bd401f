import { engineOf } from "../../../bench/browser/environment.ts";
import { finestStepUs, ROUNDING } from "./clock-steps.ts";
import type { Finding, Rule } from "./finding.ts";
import { SHORTEST_NS } from "./shortest.ts";

/** Browser, engine and clock belong together, and the harness's own kernels take a time. */
export const surroundings: Rule = ({ environment, warnings }) => {
  const { browser, engine, isolated, clock, cores, floorNs, referenceNs } = environment;
  const findings: Finding[] = [];
  const say = (field: string, what: string) => findings.push({ field, what });
  if (engine !== engineOf(browser.name))
    say("environment.engine", `${browser.name} has the engine ${engineOf(browser.name)}, not ${engine}`);
  if (cores < 1) say("environment.cores", "a machine has a core at least");
  const finest = finestStepUs(environment);
  if (finest !== null && clock.resolutionUs < ROUNDING * finest)
    say(
      "environment.clock.resolutionUs",
      `${clock.resolutionUs} µs is finer than ${engine} lets a page see ${isolated ? "" : "that is not isolated "}(${finest} µs)`,
    );
  if (floorNs < SHORTEST_NS)
    say("environment.floorNs", `${floorNs} ns for a call is less than a cycle at 10 GHz`);
  for (const end of ["first", "last"] as const) {
    const ns = referenceNs[end];
    // 0 stands for a clock too coarse to read it
    if (ns > 0 && ns < SHORTEST_NS)
      say(`environment.referenceNs.${end}`, `${ns} ns for a step is less than a cycle at 10 GHz`);
  }
  const wrong = warnings.findIndex(({ code }) => code === "wrong-answer");
  if (wrong >= 0) say(`warnings[${wrong}]`, "nothing was timed, because the answers differ");
  return findings;
};
