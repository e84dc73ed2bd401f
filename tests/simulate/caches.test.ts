import { describe, expect, test } from "vitest";
import {
  type CacheOptions,
  cache,
  classifyMisses,
  columnOrder,
  everyNth,
  hierarchy,
  type Loop,
  placeOf,
  product,
  type ReplacementPolicy,
  rowOrder,
  setsOf,
} from "../../src/simulate/index.ts";

const L1 = { bytes: 32 * 1024, ways: 8, line: 64 };

function missesOf(loop: Loop, options: CacheOptions): number {
  const simulated = cache(options);
  loop((address, bytes) => simulated.access(address, bytes));
  return simulated.misses;
}

/** Hits (.) and misses (x) of single bytes at these lines, in a cache of one set. */
function inOneSet(lines: string, ways: number, policy: ReplacementPolicy): string {
  const simulated = cache({ bytes: 64 * ways, ways, line: 64, policy });
  return [...lines].map((name) => (simulated.access(64 * name.charCodeAt(0)).hit ? "." : "x")).join("");
}

describe("the shape of a cache", () => {
  test("has as many sets as its bytes hold", () => {
    expect(setsOf(L1)).toBe(64);
    expect(setsOf({ bytes: 4096, ways: 64, line: 64 })).toBe(1);
  });

  test("gives an address its line, set, tag and byte", () => {
    // 0x12345: line 0x48d = 1165 = 18 * 64 + 13, byte 5
    expect(placeOf(0x12345, L1)).toEqual({ line: 1165, set: 13, tag: 18, offset: 5 });
  });

  test("must come out even", () => {
    expect(() => setsOf({ bytes: 1000, ways: 4, line: 64 })).toThrow(/multiple of 256/);
    expect(() => setsOf({ bytes: 4096, ways: 4, line: 48 })).toThrow(/power of two/);
  });
});

describe("a set of two ways", () => {
  test("under LRU keeps what was used last", () => {
    //               A B A C A B      C puts B out, for A was used since
    expect(inOneSet("ABACAB", 2, "LRU")).toBe("xx.x.x");
  });

  test("under FIFO lets the first go, however often it was used", () => {
    //               A B A C A B      C puts A out, A puts B out, B puts C out
    expect(inOneSet("ABACAB", 2, "FIFO")).toBe("xx.xxx");
  });
});

describe("a set of four ways", () => {
  test("under a tree of bits may let another go than the one used least recently", () => {
    // A B C D fill ways 0 to 3, A again: the root points right, there the bit points to C, not to B, the oldest
    expect(inOneSet("ABCDAEB", 4, "tree")).toBe("xxxx.x.");
    expect(inOneSet("ABCDAEC", 4, "tree")).toBe("xxxx.xx");
    expect(inOneSet("ABCDAEB", 4, "LRU")).toBe("xxxx.xx");
  });

  test("needs a power of two for a tree", () => {
    expect(() => cache({ bytes: 192, ways: 3, line: 64, policy: "tree" })).toThrow(/power of two/);
  });

  test("under any policy but random loses all of five lines that go round", () => {
    // FIFO and LRU give up exactly the line that is needed next; random keeps some by chance
    const round = everyNth({ loads: 5, stride: 16, passes: 200 });
    const options = { bytes: 256, ways: 4, line: 64 };
    expect(missesOf(round, { ...options, policy: "LRU" })).toBe(1000);
    expect(missesOf(round, { ...options, policy: "FIFO" })).toBe(1000);
    expect(missesOf(round, { ...options, policy: "random", seed: 3 })).toBeLessThan(700);
  });
});

test("LRU of more ways never misses more on the same sets: it keeps what fewer ways keep", () => {
  const loop = product({ n: 24, block: 6 });
  const misses = [1, 2, 4, 8].map((ways) => missesOf(loop, { bytes: 16 * 64 * ways, ways, line: 64 }));
  expect(misses).toEqual(misses.toSorted((a, b) => b - a));
});

test("an access across two lines brings in both and misses once", () => {
  const simulated = cache(L1);
  expect(simulated.access(60, 8).hit).toBe(false);
  expect([simulated.accesses, simulated.misses]).toEqual([1, 1]);
  expect(simulated.access(0).hit && simulated.access(64).hit).toBe(true);
});

describe("a matrix of 32-bit numbers", () => {
  test("in rows misses once a line", () => {
    expect(missesOf(rowOrder({ rows: 64, columns: 64 }), L1)).toBe((64 * 64) / 16);
  });

  test("in columns misses as seldom while a column's lines fit", () => {
    // 256 lines of column, one in each row of 260 numbers: they spread over all sets, and 512 lines fit
    const narrow = { rows: 256, columns: 256, pitch: 272 };
    expect(missesOf(columnOrder(narrow), L1)).toBe((256 * 256) / 16);
  });

  test("in columns misses at every step once they do not", () => {
    expect(missesOf(columnOrder({ rows: 1024, columns: 32, pitch: 1040 }), L1)).toBe(1024 * 32);
  });

  test("with rows of 4 KiB misses at every step with nine rows already", () => {
    const tall = (rows: number) => missesOf(columnOrder({ rows, columns: 1024 }), L1);
    expect(tall(8)).toBe((8 * 1024) / 16);
    expect(tall(9)).toBe(9 * 1024);
  });
});

describe("2,048 loads, one in so many numbers, in a cache of 1 MiB", () => {
  const L2 = { bytes: 2 ** 20, ways: 8, line: 64 };
  const second = (stride: number) => {
    const loop = (passes: number) => missesOf(everyNth({ loads: 2048, stride, passes }), L2);
    return loop(2) - loop(1);
  };

  test("at 256 miss always: they share 128 sets, a sixteenth", () => {
    expect(second(256)).toBe(2048);
  });

  test("at 257 all hit: their lines go through all the sets", () => {
    expect(second(257)).toBe(0);
  });
});

test("in a hierarchy a level sees only what the one before it missed", () => {
  const { levels, access } = hierarchy([
    { bytes: 128, ways: 2, line: 64 },
    { bytes: 1024, ways: 4, line: 64 },
  ]);
  const found = [0, 64, 128, 0, 128, 0].map((address) => access(address));
  // 0, 64 and 128 come from memory; 128 puts 0 out of the first level, where the second still has it
  expect(found).toEqual([2, 2, 2, 1, 0, 0]);
  expect(levels.map(({ accesses, misses }) => [accesses, misses])).toEqual([
    [6, 4],
    [4, 3],
  ]);
});

describe("the three kinds of misses", () => {
  test("add up", () => {
    const { accesses, misses, compulsory, capacity, conflict } = classifyMisses(product({ n: 16 }), {
      bytes: 1024,
      ways: 2,
      line: 64,
    });
    expect(accesses).toBe(2 * 16 ** 3 + 2 * 16 ** 2);
    expect(compulsory).toBe((3 * 16 * 16 * 8) / 64);
    expect(compulsory + capacity + conflict).toBe(misses);
  });

  test("a stride of the size of a way makes conflicts only", () => {
    const loop = everyNth({ loads: 8, stride: 256, passes: 10 });
    expect(classifyMisses(loop, { bytes: 4096, ways: 4, line: 64 })).toEqual({
      accesses: 80,
      misses: 80,
      compulsory: 8,
      capacity: 0,
      conflict: 72,
    });
  });

  test("one pass over more than fits makes compulsory ones only, a second pass capacity", () => {
    const pass = (passes: number) =>
      classifyMisses(everyNth({ loads: 2048, stride: 1, passes }), { bytes: 4096, ways: 4, line: 64 });
    expect(pass(1)).toMatchObject({ compulsory: 128, capacity: 0, conflict: 0 });
    expect(pass(2)).toMatchObject({ compulsory: 128, capacity: 128, conflict: 0 });
  });
});

test("the product in blocks makes the same multiplications", () => {
  const factors = (block?: number) => {
    const read: number[] = [];
    product({ n: 6, block })((address) => {
      if (address < 2 * 6 * 6 * 8) read.push(address);
    });
    return new Set(read.flatMap((b, i) => (i % 2 === 0 ? [`${b} × ${read[i + 1]}`] : [])));
  };
  const naive = factors();
  expect(naive.size).toBe(6 ** 3);
  for (const block of [1, 2, 3, 4]) expect(factors(block)).toEqual(naive);
});
