import { describe, expect, test } from "vitest";
import type { Need } from "../../src/notebook/needs/need.ts";
import { describeShortfall } from "../../src/notebook/needs/shortfall.ts";

const nothing = new Map<Need, string>();
const isolation = new Map<Need, string>([["isolation", "this page is not isolated"]]);
const clock = new Map<Need, string>([["clock", "that of this browser moves in steps of 17 ms"]]);
const say = (experiments: Need[][], lacks: Map<Need, string>, page: Need[] = [], recorded = true) =>
  describeShortfall({ experiments, page, recorded }, lacks);

describe("what a notebook says of things that a machine lacks", () => {
  test("nothing, where nothing is missing or what is missing is not needed", () => {
    expect(say([["isolation"]], nothing)).toEqual({ sentences: [], running: 1 });
    expect(say([["simd"], []], isolation)).toEqual({ sentences: [], running: 2 });
  });

  test("the only experiment: what it needs, why that is missing, and where the shown results come from", () => {
    expect(say([["wasm", "isolation"]], isolation)).toEqual({
      sentences: [
        "This experiment does not run here: it needs memory that workers share (SharedArrayBuffer), and this page is not isolated.",
        "What is shown was recorded elsewhere.",
      ],
      running: 0,
    });
  });

  test("it claims no recorded results where there are none", () => {
    expect(say([["isolation"]], isolation, [], false).sentences).toHaveLength(1);
  });

  test("of several experiments it says which, and that Run measures the others", () => {
    const { sentences, running } = say([["isolation"], [], ["isolation"], []], isolation, [], false);
    expect(sentences[0]).toMatch(
      /^The first and third of the 4 experiments do not run here: they need memory/,
    );
    expect(sentences[1]).toBe("Run measures the others.");
    expect(running).toBe(2);
  });

  test("each experiment is told of once, by the first thing that is missing", () => {
    const both = new Map([...isolation, ["opfs", "this browser refuses it"] as const]);
    const { sentences } = say([["isolation", "opfs"], ["opfs"]], both, [], false);
    expect(sentences).toEqual([
      "The first of the 2 experiments does not run here: it needs memory that workers share (SharedArrayBuffer), and this page is not isolated.",
      "The second of the 2 experiments does not run here: it needs the browser’s file system (OPFS), and this browser refuses it.",
    ]);
  });

  test("under a coarse clock no experiment runs, whatever else it needs", () => {
    const { sentences, running } = say([[], ["simd"]], clock);
    expect(sentences[0]).toMatch(
      /^The experiments of this notebook do not run here: they need a clock with steps of at most 5 ms, and that of this browser moves/,
    );
    expect(running).toBe(0);
  });

  test("a simulation that uses something missing says that a part stays as it is", () => {
    expect(say([], isolation, ["isolation"]).sentences).toEqual([
      "A part of this notebook stays as it is: it needs memory that workers share (SharedArrayBuffer), and this page is not isolated.",
    ]);
  });
});
