import { beforeAll, describe, expect, it } from "vitest";
import { mutations } from "./list.ts";
import { type Outcome, runMutations } from "./run.ts";

/** Longer than the limit of the run itself, whose error says more. */
const PATIENCE_MS = 330_000;

let outcome: Outcome;
beforeAll(async () => {
  outcome = await runMutations(process.cwd());
}, PATIENCE_MS);

describe("a one-line bug in the harness turns a test red", () => {
  it.each(mutations)("$by notices: $bug", (mutation) => {
    expect(outcome.survivors).not.toContain(mutation);
  });

  it("and no test is red without one", () => {
    expect(outcome.red).toEqual([]);
  });
});
