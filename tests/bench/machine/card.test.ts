import { beforeAll, describe, expect, it } from "vitest";
import { type Card, cardOf, type Features } from "../../../src/bench/machine/card.ts";
import { parseCard } from "../../../src/bench/machine/parse-card.ts";
import { cardLine, clockText, kneeRange, kneeText, sizeText } from "../../../src/bench/machine/words.ts";
import { runSimulated, specOf } from "../helpers.ts";
import { latency, memories, sizes } from "./synthetic-memory.ts";

const LOADS = 2048;
const features: Features = { simd: true, sharedMemory: true, opfs: false, indexedDb: true };
const measuredAt = "2026-11-27T12:00:00.000Z";
const surroundings = { browser: { name: "Chromium", major: 156 }, engine: "V8", os: "Linux", cores: 8 };

let card: Card;
beforeAll(async () => {
  const staircase = await runSimulated(
    specOf(["cycle"], { sweep: { bytes: sizes }, per: { what: "load", count: LOADS } }),
    {
      surroundings,
      callNs: (_, bytes) => LOADS * latency(memories["48 KiB, 2 MiB, 24 MiB"], bytes),
    },
  );
  const workers = await runSimulated(specOf(["alone"], { parallel: { workers: [1, 2] } }), {
    callNs: () => 1000,
  });
  card = cardOf(staircase, workers, features, measuredAt);
});

describe("a card", () => {
  it("holds what was measured, for one load, and what the browser tells", () => {
    expect(card).toMatchObject({ ...surroundings, isolated: true, clockUs: 5, features, measuredAt });
    expect(card.staircase.map(([bytes]) => bytes)).toEqual(sizes);
    expect(card.staircase[0][1]).toBeCloseTo(1.5, 1);
    expect(card.knees).toHaveLength(3);
    expect(card.plateaus.map(({ ns }) => Math.round(ns))).toEqual([2, 5, 22, 95]);
    expect(card.scaling2?.ratio).toBeCloseTo(2, 1);
  });

  it("tells no user agent and no name of a device", () => {
    expect(Object.keys(card).sort()).toEqual(
      "browser clockUs cores engine features isolated knees measuredAt os plateaus scaling2 schema staircase sweeps".split(
        " ",
      ),
    );
  });

  it("reads back as it was, and is small", () => {
    const text = JSON.stringify(card);
    expect(parseCard(JSON.parse(text), "card")).toEqual(card);
    expect(text.length).toBeLessThan(3000);
  });

  it("fits one line", () => {
    expect(cardLine(card).replaceAll("\u00a0", " ")).toMatch(
      /^Chromium 156 on Linux; clock step 5 µs; 8 cores, two workers 2\.\d+× one; loads of 1\.5 ns to 95 ns$/,
    );
  });
});

describe("what is no card is refused with the field and the reason", () => {
  const bad: [string, (good: Card) => unknown, RegExp][] = [
    [
      "another version",
      (good) => ({ ...good, schema: "hot-path/card.v2" }),
      /^card\.schema: expected "hot-path\/card\.v1"/,
    ],
    ["no object", () => 7, /^card: expected an object/],
    ["an unknown field", (good) => ({ ...good, userAgent: "x" }), /^card\.userAgent: expected no such field/],
    ["markup of a megabyte", (good) => ({ ...good, os: "<b>".repeat(1e5) }), /^card\.os: expected a text/],
    ["a long name", (good) => ({ ...good, engine: "V".repeat(41) }), /^card\.engine: has more than 40/],
    ["a time of nothing", (good) => ({ ...good, clockUs: 0 }), /^card\.clockUs: expected a number above 0/],
    [
      "one size",
      (good) => ({ ...good, staircase: good.staircase.slice(0, 1) }),
      /^card\.staircase: needs two/,
    ],
    [
      "sizes that fall",
      (good) => ({ ...good, staircase: good.staircase.toReversed() }),
      /^card\.staircase\[1\]: sizes have to rise/,
    ],
    [
      "a knee elsewhere",
      (good) => ({ ...good, knees: [{ from: 5, to: null }] }),
      /^card\.knees\[0\]: lies at no size/,
    ],
    [
      "a knee backwards",
      (good) => ({ ...good, knees: [{ from: 8192, to: 4096 }] }),
      /^card\.knees\[0\]: ends before/,
    ],
    [
      "thousands of sizes",
      (good) => ({ ...good, staircase: Array.from({ length: 5000 }, (_, i) => [i + 1, 1]) }),
      /^card\.staircase: has 5000/,
    ],
  ];
  it.each(bad)("%s", (_, spoil, message) => {
    expect(() => parseCard(spoil(card), "card")).toThrow(message);
  });
});

describe("words", () => {
  it.each([
    [64, "64 bytes"],
    [4096, "4 KiB"],
    [1.5 * 2 ** 20, "1.5 MiB"],
    [64 * 2 ** 20, "64 MiB"],
  ])("%i bytes are %s", (bytes, text) => {
    expect(sizeText(bytes).replaceAll("\u00a0", " ")).toBe(text);
  });

  it.each([
    [{ from: 24 * 1024, to: 48 * 1024 }, "between 24 and 48 KiB"],
    [{ from: 512 * 1024, to: 1.5 * 2 ** 20 }, "between 512 KiB and 1.5 MiB"],
    [{ from: 48 * 2 ** 20, to: null }, "above 48 MiB"],
  ])("a knee is told by the sizes on either side: %o", (knee, text) => {
    expect(kneeText(knee).replaceAll("\u00a0", " ")).toBe(text);
  });

  it("in a table a knee has the bounds alone", () => {
    const cells = [
      { from: 24 * 1024, to: 48 * 1024 },
      { from: 512 * 1024, to: 1.5 * 2 ** 20 },
      { from: 48 * 2 ** 20, to: null },
    ].map(kneeRange);
    expect(cells.map((cell) => cell.replaceAll("\u00a0", " "))).toEqual([
      "24–48 KiB",
      "512 KiB–1.5 MiB",
      "> 48 MiB",
    ]);
  });

  it("a step of the clock is told in the unit that suits it", () => {
    expect([5, 100, 1000, 16_700].map((us) => clockText(us).replaceAll("\u00a0", " "))).toEqual([
      "5 µs",
      "100 µs",
      "1 ms",
      "16.7 ms",
    ]);
  });
});
