import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseOutput } from "../../src/notebook/record/native/output.ts";
import { columnOrder, everyNth, hierarchy, type Loop, product, rowOrder } from "../../src/simulate/index.ts";

/*
 * The model against Valgrind on the same loops, compiled from C: notebooks/cpu-caches/native/loops.c.
 *
 * Cachegrind counts all of a program: its start, its stack and libc too. Two things keep them out.
 * - It counts for each line of source. A line of loops.c that reads the array reads nothing else, and one that writes it
 *   writes nothing else. So of the one the reads are taken, of the other the writes. What a function puts on the stack is
 *   counted elsewhere.
 * - What was in the cache before the loop cannot matter. Under LRU an access hits if and only if fewer other lines of its
 *   set than there are ways came since the last access to its own line. Lines that were there before, and are not used
 *   while the loop runs, only go. The second level is shared with instructions, but a loop's own are fetched from it
 *   once, and by then they are in.
 */
const read = (name: string) =>
  parseOutput(readFileSync(`notebooks/cpu-caches/native/${name}.txt`, "utf8")).steps;
const source = readFileSync("notebooks/cpu-caches/native/loops.c", "utf8").split("\n");

/** Lines of loops.c that write the array, and those that read it. */
const lineNumbers = (pattern: RegExp) =>
  new Set(source.flatMap((text, i) => (pattern.test(text) ? [i + 1] : [])));
const writing = lineNumbers(/^\s+[abc]\[.*\] = /);
const reading = lineNumbers(/(sum =|\+=) .*[abc]\[/);

interface Counts {
  accesses: number;
  first: number;
  second: number;
}

/** What Cachegrind counted at those lines. Events: Ir I1mr ILmr Dr D1mr DLmr Dw D1mw DLmw. */
function counted(output: string): Counts {
  const lines = output.split("\n").filter((text) => /^\d+( \d+){9}$/.test(text));
  const counts = lines.flatMap((text) => {
    const [line, , , , ...counts] = text.split(" ").map(Number);
    return [
      ...(reading.has(line) ? [counts.slice(0, 3)] : []),
      ...(writing.has(line) ? [counts.slice(3)] : []),
    ];
  });
  const [accesses, first, second] = [0, 1, 2].map((i) => counts.reduce((sum, row) => sum + row[i], 0));
  return { accesses, first, second };
}

function simulated(loop: Loop): Counts {
  const { levels, access } = hierarchy([
    { bytes: 32768, ways: 8, line: 64 },
    { bytes: 1048576, ways: 8, line: 64 },
  ]);
  loop(access);
  return { accesses: levels[0].accesses, first: levels[0].misses, second: levels[1].misses };
}

/** The loop that a command line of loops.c asks for. */
function loopOf(command: string, size = { n: 128, block: 16 }): Loop {
  const [, name, rest] = /\.\/\w+ (\w+)(.*)$/.exec(command) ?? [];
  const [x, y, z] = (rest ?? "").trim().split(" ").map(Number);
  if (name === "row") return rowOrder({ rows: x, columns: x, pitch: y });
  if (name === "column") return columnOrder({ rows: x, columns: x, pitch: y });
  if (name === "every") return everyNth({ loads: x, stride: y, passes: z });
  if (name === "naive") return product({ n: size.n });
  if (name === "blocked") return product(size);
  throw new Error(`No loop for “${command}”.`);
}

describe("counts of both levels are those of Cachegrind, to the last miss:", () => {
  const runs = read("cachegrind").filter(({ command }) => command.startsWith("valgrind"));

  test("eight loops", () => {
    expect(runs).toHaveLength(8);
  });

  test.each(runs)("$command", ({ command, output }) => {
    const expected = counted(output);
    expect(expected.accesses).toBeGreaterThan(0);
    expect(simulated(loopOf(command))).toEqual(expected);
  });
});

describe("the addresses are those that Lackey saw, in their order:", () => {
  const runs = read("traces").filter(({ command }) => command.startsWith("valgrind"));

  test("four loops", () => {
    expect(runs).toHaveLength(4);
  });

  test.each(runs)("$command", ({ command, output }) => {
    const base = Number.parseInt(/array at (\w+)/.exec(output)?.[1] ?? "", 16);
    const seen = [...output.matchAll(/^ +[LSM] (\w+),(\d+)$/gm)].map(([, address, bytes]) => [
      Number.parseInt(address, 16) - base,
      Number(bytes),
    ]);
    const made: number[][] = [];
    loopOf(command, { n: 6, block: 3 })((address, bytes) => made.push([address, bytes]));
    expect(base % 2 ** 20).toBe(0);
    expect(made).toEqual(seen);
  });
});
