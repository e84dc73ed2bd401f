import { expect, test } from "vitest";
import {
  count,
  exact,
  list,
  many,
  manyTick,
  percent,
  ratio,
  short,
  time,
  timeTick,
} from "../../src/charts/parts/format.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("times carry two significant digits in the unit that suits them", () => {
  const shown = [0.951, 4.13, 21.6, 168.4, 999.7, 3210, 1.25e6, 2.5e9].map((ns) => plain(time(ns)));
  expect(shown).toEqual(["0.95 ns", "4.1 ns", "22 ns", "168 ns", "1.0 µs", "3.2 µs", "1.3 ms", "2.5 s"]);
});

test("rounding up to the next power of ten adds no digit", () => {
  expect(short(9.96)).toBe("10");
  expect(short(0.996)).toBe("1.0");
});

test("ratios carry one digit more near 1", () => {
  expect([0.43, 0.97, 1.02, 1.83, 4.27, 13.4].map(ratio)).toEqual([
    "0.43×",
    "0.97×",
    "1.02×",
    "1.8×",
    "4.3×",
    "13×",
  ]);
});

test("counts use binary units only where they are exact", () => {
  expect([512, 1000, 4096, 3 * 1024, 5000, 2 ** 20, 2 ** 30, 0.25].map((n) => plain(count(n)))).toEqual([
    "512",
    "1,000",
    "4 Ki",
    "3 Ki",
    "5,000",
    "1 Mi",
    "1 Gi",
    "0.25",
  ]);
});

test("percentages, table numbers and lists read as prose does", () => {
  expect(plain(percent(0.9614))).toBe("96.1 %");
  expect(plain(percent(0.03))).toBe("3 %");
  expect([0.9512, 12345.6, 40].map(exact)).toEqual(["0.951", "12,346", "40"]);
  expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});

test("rates are words in sentences and signs at ticks", () => {
  expect([420, 42_400, 1.24e6, 999_700_000, 3.1e9].map((n) => plain(many(n)))).toEqual([
    "420",
    "42,000",
    "1.2 million",
    "1.0 billion",
    "3.1 billion",
  ]);
  expect([0, 420, 5000, 2e6, 1.5e9].map((n) => plain(manyTick(n)))).toEqual([
    "0",
    "420",
    "5 k",
    "2 M",
    "1.5 G",
  ]);
});

test("times at ticks carry no digits that say nothing", () => {
  expect([0.5, 1, 200, 5000, 1e7, 2e9].map((ns) => plain(timeTick(ns)))).toEqual([
    "0.5 ns",
    "1 ns",
    "200 ns",
    "5 µs",
    "10 ms",
    "2 s",
  ]);
});
