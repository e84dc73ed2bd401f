import { latencyRules } from "../latencies/rules.ts";
import { parallelRules } from "../parallel/rules.ts";
import { timelineRules } from "../timeline/rules.ts";
import type { Warning } from "../types.ts";
import type { Evidence, Rule } from "./evidence.ts";
import { machineRules } from "./machine-rules.ts";
import { timeRules } from "./time-rules.ts";

const rules: Rule[] = [
  {
    code: "wrong-answer",
    test: (e) => e.wrongAnswer ?? false,
    sentence: (found) => `Nothing was timed, because the answers differ: ${found}`,
    next: "Correct the variant, or give a check that allows for rounding.",
  },
  ...machineRules,
  ...timeRules,
  ...parallelRules,
  ...latencyRules,
  ...timelineRules,
];

/** Codes in the order they are tested. */
export const warningCodes: readonly string[] = rules.map(({ code }) => code);

/** The warnings that a run deserves, each with what was seen and what can be done about it. */
export function findWarnings(evidence: Evidence): Warning[] {
  return rules.flatMap(({ code, test, sentence, next }) => {
    const found = test(evidence);
    return found === false ? [] : [{ code, sentence: sentence(found), next }];
  });
}
