import { expect, it } from "vitest";
import { bareNumberProblems } from "../../src/checks/numbers/bare.ts";
import { readPage } from "../../src/checks/prose/page.ts";

const found = (text: string) =>
  bareNumberProblems(readPage("page.mdx", text)).map((line) => /“(.*?)” is typed in/.exec(line)?.[1]);

it.each([
  ["a time", "One miss costs 5 ns.", "5 ns"],
  ["a time without a space", "It takes 16ms.", "16ms"],
  ["a time with a no-break space", "It takes 7\u00a0µs.", "7\u00a0µs".replace("\u00a0", " ")],
  ["a time in words", "It takes 3 milliseconds.", "3 milliseconds"],
  ["a rate", "It moves 16.5 GB/s.", "16.5 GB/s"],
  ["a rate of requests", "It serves 1,000 requests per second.", "1,000 requests per second"],
  ["a frequency", "At 3.5 GHz it waits.", "3.5 GHz"],
  ["cycles", "A miss costs 20 cycles.", "20 cycles"],
  ["a ratio with a sign", "It is 4.5× as long.", "4.5×"],
  ["a ratio with a letter", "It is 3x the price.", "3x"],
  ["a ratio in words", "It is ten times faster.", "ten times faster"],
  ["a percentage of speed", "It is 5 % faster.", "5 % faster"],
  ["a question", '<Quiz id="a" asks="Is it 5 ms?">\n\nNo.\n\n</Quiz>', "5 ms"],
  ["a cell of a table", "| a | b |\n| - | - |\n| c | 5 ns |", "5 ns"],
])("%s in prose is told", (_, text, number) => {
  expect(found(text)).toEqual([number]);
});

it.each([
  [
    "sizes of inputs",
    "An array of 64 MiB holds 2<sup>24</sup> numbers, 1,024 of them odd, 5 % of them zero.",
  ],
  ["code", "`sleep 5 ms`\n\n```sh\nreal 5 ms\n```"],
  ["references", 'One miss costs <Fact id="cpu/miss" />, here {SLICE_MS} ms.'],
  ["a number with its source", "A miss costs 20 cycles [3](#source-3)."],
  ["a supposition", "Suppose a request takes 10 ms."],
  ["what the writer sets", "The deadline is 10 ms {/* given: the deadline of the example */}."],
  ["lengths of answers and tasks", "Give the 60-second answer, then the 10-minute one."],
  [
    "readers’ guesses",
    '<Predict id="a" asks="How long?" guesses={["5 ms.", "9 ms."]} fact="a">\n\nOne.\n\n</Predict>',
  ],
  ["sources and further reading", "<Sources>\n\n1. A, “In 5 ms”, 2020.\n\n</Sources>"],
])("%s are not taken for measurements", (_, text) => {
  expect(found(text)).toEqual([]);
});

it("a source excuses the numbers of its own sentence alone, and a mark needs its reason", () => {
  expect(found("A miss costs 20 cycles [3](#source-3). A hit costs 4 cycles.")).toEqual(["4 cycles"]);
  expect(found("The deadline is 10 ms {/* given: */}.")).toEqual(["10 ms"]);
});
