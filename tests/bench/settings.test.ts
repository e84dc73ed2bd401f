// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { experiment, type FinishedRun } from "../../src/bench/experiment/experiment.ts";
import { inputNotes, isStale } from "../../src/bench/experiment/settings.ts";
import type { Outcome, Recorded, Setting } from "../../src/bench/types.ts";
import { ratioPlot } from "../../src/charts/index.ts";
import { runSimulated, specOf } from "./helpers.ts";
import { simulate } from "./simulated-host.ts";

const quiet = { callNs: () => 1000 };
const spec = { ...specOf(["a", "b"]), params: { n: 4096 } };
const result = await runSimulated(spec, quiet, { seed: 3 });

function setting(name: string, value: unknown, label = ""): Setting {
  return { name, label, value, words: (v) => (typeof v === "number" ? `${v} B` : String(v)) };
}

function outcome(part: Partial<Outcome>): Outcome {
  return { recorded: [], own: null, spec, ...part };
}

describe("results beside inputs that are set otherwise", () => {
  it("are marked with the input's label, what it was and what it is", () => {
    const stale = outcome({ own: result, ownInputs: { n: 64 }, settings: [setting("n", 128, "size")] });
    expect(isStale(stale)).toBe(true);
    expect(inputNotes(stale)).toEqual([
      "Your result had other inputs than are set now: size 64 B (now 128 B). Run measures with those set now.",
    ]);
  });

  it("are not marked once the inputs are set back", () => {
    const back = outcome({ own: result, ownInputs: { n: 64 }, settings: [setting("n", 64)] });
    expect(isStale(back)).toBe(false);
    expect(inputNotes(back)).toEqual([]);
  });

  it("are marked by the parameters if they say nothing of inputs", () => {
    const recorded: Recorded[] = [{ ...result, bench: { ...result.bench, params: { n: 1024 } } }];
    expect(inputNotes(outcome({ recorded, settings: [setting("n", 4096, "size")] }))).toEqual([
      "The recorded results had other inputs than are set now: size 1024 B (now 4096 B). Run measures with those set now.",
    ]);
    expect(inputNotes(outcome({ recorded }))[0]).toContain(": n 1,024 (now 4,096).");
  });

  it("share a sentence where they had the same inputs, and have their own where not", () => {
    const settings = [setting("n", 1), setting("order", "random")];
    const recorded: Recorded[] = [
      { ...result, inputs: { n: 2, order: "random" } },
      { ...result, inputs: { n: 2, order: "random" } },
    ];
    const own = { own: result, recorded, settings };
    expect(inputNotes(outcome({ ...own, ownInputs: { n: 2, order: "random" } }))).toEqual([
      "Your result and the recorded ones had other inputs than are set now: n 2 B (now 1 B). Run measures with those set now.",
    ]);
    expect(inputNotes(outcome({ ...own, ownInputs: { n: 2, order: "sorted" } }))).toHaveLength(2);
  });

  it("need no other run where the reader's own result has the inputs that are set", () => {
    const recorded: Recorded[] = [{ ...result, inputs: { n: 2 } }];
    const current = { own: result, ownInputs: { n: 1 }, recorded, settings: [setting("n", 1)] };
    expect(inputNotes(outcome(current))).toEqual([
      "The recorded results had other inputs than are set now: n 2 B (now 1 B).",
    ]);
  });

  it("are marked at the figure as well", () => {
    const stale = outcome({ own: result, ownInputs: { n: 64 }, settings: [setting("n", 128)] });
    expect(ratioPlot(stale).querySelector(".hp-caution")?.textContent).toContain("n 64 B (now 128 B)");
    expect(ratioPlot({ ...stale, ownInputs: { n: 128 } }).querySelector(".hp-caution")).toBeNull();
  });
});

describe("an experiment whose input changes during its run", () => {
  it("hands its result, with the inputs that it had, to the evaluation that stands on the page", async () => {
    const runs: FinishedRun[] = [];
    const context = { name: "x", hash: "h", recorded: [], host: simulate(quiet) };
    const began = experiment(spec, {
      ...context,
      settings: [setting("n", 64)],
      finished: (run) => runs.push(run),
    });
    await began.run({ signal: new AbortController().signal, progress: () => {}, seed: 3 });
    const now = experiment(spec, { ...context, settings: [setting("n", 128)], finished: () => {} });
    let told = 0;
    now.addEventListener("input", () => (told += 1));
    now.adopt(runs[0]);
    expect(told).toBe(1);
    expect(now.value).toMatchObject({ own: runs[0].own, ownInputs: { n: 64 } });
    expect(now.querySelector(".hp-stale")?.textContent).toContain("n 64 B (now 128 B)");
  });
});
