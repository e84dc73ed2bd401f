// Cards are drawn at build time in jsdom: so are they here.
// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest";
import { type Card, cardOf } from "../../src/bench/machine/card.ts";
import type { Outcome, Result } from "../../src/bench/types.ts";
import { kneeTable, workerTable } from "../../src/charts/index.ts";
import { machineCard } from "../../src/charts/machine/machine-card.ts";
import { runSimulated, specOf } from "../bench/helpers.ts";
import { latency, memories, sizes } from "../bench/machine/synthetic-memory.ts";

const walk = specOf(["cycle"], { sweep: { bytes: sizes }, per: { what: "load", count: 2048 } });
const pair = specOf(["16 MiB each"], { parallel: { workers: [1, 2] } });
const features = { simd: true, sharedMemory: false, opfs: false, indexedDb: true };
const measuredAt = "2026-11-27T12:00:00.000Z";
const chromium = { surroundings: { browser: { name: "Chromium", major: 156 }, engine: "V8", os: "Linux" } };

let staircase: Result;
let workers: Result;
let card: Card;
beforeAll(async () => {
  const callNs = (_: string, bytes: number) => 2048 * latency(memories["48 KiB, 2 MiB, 24 MiB"], bytes);
  staircase = await runSimulated(walk, { ...chromium, callNs });
  workers = await runSimulated(pair, { ...chromium, callNs: () => 1000 });
  card = cardOf(staircase, workers, features, measuredAt);
});

const textOf = (element: Element) => element.textContent?.replaceAll("\u00a0", " ") ?? "";
const rowsOf = (element: Element) =>
  [...element.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => textOf(cell)));

describe("a machine card", () => {
  it("tells four numbers, the knees, and what is there and what is missing", () => {
    const drawn = machineCard(card, "Your machine", "27 November 2026");
    const said = [...drawn.querySelectorAll("dl > div")].map((pair) => [...pair.children].map(textOf));
    expect(said).toEqual([
      ["a load from the nearest memory", "1.5 ns"],
      ["a load from 64 MiB", "95 ns"],
      ["two workers over one", "2.00×"],
      ["a step of the clock", "5 µs"],
      ["Clock", "steps of 5 µs, page isolated"],
      ["Cores", "2 reported; two workers do 2.00 times the work of one (2.00 to 2.00)"],
      ["Offers", "WebAssembly SIMD, IndexedDB"],
      ["Lacks", "SharedArrayBuffer, OPFS"],
    ]);
    expect(textOf(drawn.querySelector("figcaption") as Element)).toMatch(
      /^Knee 1 lies between 32 and 64 KiB, knee 2 between [\d.]+ and 3 MiB and knee 3 between 16 and 32 MiB\.$/,
    );
    expect(drawn.getAttribute("aria-label")).toBe("Your machine, Chromium 156");
  });

  it("draws every size, a band for each knee and a number for each plateau, wide and narrow", () => {
    const drawn = machineCard(card, "Your machine", "today");
    const drawings = [...drawn.querySelectorAll("svg")];
    expect(drawings).toHaveLength(2);
    for (const svg of drawings) {
      expect(svg.querySelectorAll("circle")).toHaveLength(sizes.length);
      expect(svg.querySelectorAll("rect")).toHaveLength(3);
      expect([...svg.querySelectorAll(".hp-strong")].map(textOf)).toEqual([
        "1.5 ns",
        "4.5 ns",
        "22 ns",
        "95 ns",
      ]);
      for (const text of svg.querySelectorAll("text")) {
        const x = Number(text.getAttribute("x"));
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(Number(svg.getAttribute("width")));
      }
    }
  });

  it("says so where the cores were not free, where nothing was found and where nothing rises", () => {
    const lines = (changed: Partial<Card>) =>
      textOf(machineCard({ ...card, ...changed }, "Your machine", "today"));
    expect(lines({ scaling2: { ratio: 1.2, interval: [1.1, 1.3] } })).toContain("the cores were not free");
    expect(lines({ scaling2: null })).toContain("two workers over one–");
    expect(lines({ knees: [], plateaus: [] })).toContain("rises throughout");
    expect(lines({ knees: [] })).toContain("hardly changes");
    expect(lines({ sweeps: 1, knees: [], plateaus: [] })).toContain("Too few sweeps");
    expect(lines({ isolated: false })).toContain("page not isolated");
  });
});

describe("the tables of the notebook", () => {
  const outcome = (result: Result): Outcome => ({ own: result, recorded: [result], spec: walk });

  it("compare knees, the reader's own first", () => {
    const [head, own, recorded] = rowsOf(kneeTable(outcome(staircase)));
    expect(head).toEqual(["result", "at first (ns)", "knee 1", "knee 2", "knee 3", "at 64 MiB (ns)"]);
    expect(own[0]).toBe("You: Chromium 156");
    expect(own.slice(1, 3)).toEqual(["1.5", "32–64 KiB"]);
    expect(recorded).toEqual(["recorded: Chromium 156", ...own.slice(1)]);
  });

  it("compare the work of two workers with that of one", () => {
    expect(rowsOf(workerTable(outcome(workers))).slice(0, 2)).toEqual([
      ["result", "in registers", "16 MiB each"],
      ["You: Chromium 156", "2.00× (2.00 to 2.00)", "2.00× (2.00 to 2.00)"],
    ]);
  });

  it("have a sentence where there is no result", () => {
    const none: Outcome = { own: null, recorded: [], spec: walk };
    for (const table of [kneeTable(none), workerTable(none)])
      expect(textOf(table)).toContain("No result yet");
  });
});
