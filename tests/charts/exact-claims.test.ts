// Claims are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { outcomeClaims } from "../../src/bench/experiment/outcome-claims.ts";
import type { Outcome } from "../../src/bench/types.ts";
import { judgeExact } from "../../src/charts/claims/judge-exact.ts";
import { exactClaims } from "../../src/charts/index.ts";
import { runSimulated, specOf } from "../bench/helpers.ts";
import { noiseModels } from "../bench/noise.ts";

const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const rows = (table: Element) =>
  [...table.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => text(cell)));
const states = (table: Element) =>
  [...table.querySelectorAll<HTMLElement>("td")].map(({ dataset }) => dataset.state);

describe("claims on a model", () => {
  test("show their state, what the model gives, and the bound", () => {
    const table = exactClaims([
      { says: "a holds", value: 2.5, atLeast: 2, unit: "misses" },
      { says: "b does not", value: 2.5, atMost: 2 },
      { says: "c is exact", value: 4, atLeast: 4, atMost: 4, unit: "moves" },
      { says: "d lies between", value: 4, atLeast: 3, atMost: 5 },
    ]);
    expect(rows(table)).toEqual([
      ["What this notebook claims", "In the model the same everywhere"],
      ["A holds at least 2 misses", "holds 2.5 misses"],
      ["B does not at most 2", "does not hold 2.5"],
      ["C is exact exactly 4 moves", "holds 4 moves"],
      ["D lies between at least 3 and at most 5", "holds 4"],
    ]);
    expect(states(table)).toEqual(["holds", "does not hold", "holds", "holds"]);
  });

  test("without bound or number are a mistake of the notebook", () => {
    expect(() => judgeExact([{ says: "a", value: 1 }])).toThrow(/^exactClaims\[0\]: no bound; give atLeast/);
    expect(() => judgeExact([{ says: "a", value: Number.NaN, atLeast: 1 }])).toThrow(
      /^exactClaims\[0\]\.value: NaN is no finite number/,
    );
  });
});

describe("claims on an experiment", async () => {
  const spec = specOf(["slow", "quick"], {
    baseline: "quick",
    claims: [
      { says: "slow costs twice as much", of: "slow", atLeast: 2 },
      { says: "and not four times", of: "slow", over: "quick", atLeast: 1, atMost: 4 },
      { says: "nobody measured this", of: "other", atMost: 1 },
    ],
  });
  const noise = noiseModels["normal, 2 %"];
  const measured = await runSimulated(spec, { callNs: (name) => (name === "slow" ? 3000 : 1000), noise });
  const chromium = { ...measured.environment, browser: { name: "Chromium", major: 156 } };
  const recorded = { ...measured, environment: chromium, machine: "AMD EPYC" };
  const outcome = (rest: Partial<Outcome>): Outcome => ({ recorded: [], own: null, spec, ...rest });

  test("show state, ratio, interval, bound and machine, for records and the reader's own run alike", () => {
    const table = outcomeClaims(outcome({ own: measured, recorded: [recorded] }));
    const [head, first, second, third] = rows(table);
    expect(head).toEqual([
      "What this notebook claims",
      "You this machine, Simulated 1",
      "Chromium 156 AMD EPYC",
    ]);
    expect(first[0]).toBe("Slow costs twice as much slow over quick: at least 2×");
    for (const cell of first.slice(1)) expect(cell).toMatch(/^holds [23]\.\d× \([23]\.\d× to [23]\.\d×\)$/);
    expect(second[0]).toBe("And not four times slow over quick: at least 1× and at most 4×");
    expect(third.slice(1)).toEqual(["undecided", "undecided"]);
  });

  test("tell a bound that no decimal ends by four digits of it", () => {
    const claims = [{ says: "slow takes no third of it", of: "slow", atLeast: 1 / 3 }];
    const [, first] = rows(outcomeClaims(outcome({ recorded: [recorded], spec: { ...spec, claims } })));
    expect(first[0]).toContain("at least 0.3333×");
  });

  test("name the points that they compare", () => {
    const claims = [
      { says: "so it is", of: "slow", at: { n: 1000 }, over: "slow", overAt: { n: 1 }, atMost: 2 },
    ];
    const table = outcomeClaims(outcome({ recorded: [recorded], spec: { ...spec, claims } }));
    expect(rows(table)[1][0]).toBe("So it is slow (n 1,000) over slow (n 1): at most 2×");
  });

  test("tell two records of one browser apart by their machines", () => {
    const other = { ...recorded, machine: "Apple M4" };
    const [head] = rows(outcomeClaims(outcome({ recorded: [recorded, other] })));
    expect(head.slice(1)).toEqual(["Chromium 156 AMD EPYC", "Chromium 156 Apple M4"]);
  });
});
