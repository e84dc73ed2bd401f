import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type MappingKind,
  type MappingStep,
  mappings,
  type Owner,
  playMappings,
  readSteps,
} from "../../src/simulate/index.ts";

/** A line of the recorded run: "private file | A writes 0 x | faults 1 | A rss 16 pss 10 anonymous 4 | B rss …", in KiB. */
interface Line {
  text: string;
  step: MappingStep;
  faults: number;
  seen: string | undefined;
  usage: Partial<Record<Owner, { rss: number; pss: number; anonymous: number }>>;
}

const recorded = readFileSync("notebooks/mmap/native/mappings.txt", "utf8");
const kinds: MappingKind[] = ["shared file", "private file", "shared memory", "private memory"];

function linesOf(kind: MappingKind): Line[] {
  return recorded
    .split("\n")
    .map((line) => line.split("|").map((field) => field.trim()))
    .filter(([first]) => first === kind)
    .map(([, did, faults, ...owners]) => {
      const [, who, what, page, letter] =
        /^([AB]) (.*?)(?: (\d) ?(.))?$/.exec(did.replace(/\s+/g, " ")) ?? [];
      const at = page === undefined ? [] : [Number(page)];
      const reads = what === "reads";
      return {
        text: did,
        step: [who, what, ...at, ...(at.length && !reads ? [letter] : [])] as unknown as MappingStep,
        faults: Number(faults.split(" ")[1]),
        seen: reads ? letter : undefined,
        usage: Object.fromEntries(
          owners.map((owner) => {
            const [name, , rss, , pss, , anonymous] = owner.split(" ");
            return [name, { rss: +rss / 4, pss: +pss / 4, anonymous: +anonymous / 4 }];
          }),
        ),
      };
    });
}

describe.each(kinds)("a mapping of %s", (kind) => {
  const lines = linesOf(kind);

  it("faults, shows and counts what Linux did, step by step", () => {
    expect(lines.length).toBeGreaterThan(9);
    const shots = playMappings(
      kind,
      lines.map(({ step }) => step),
    );
    shots.forEach(({ served, usage }, i) => {
      const { text, faults, seen, usage: counted } = lines[i];
      expect([text, served.faults, served.seen]).toEqual([text, faults, seen]);
      for (const who of ["A", "B"] as const)
        if (counted[who]) expect([text, who, usage[who]]).toEqual([text, who, counted[who]]);
    });
  });
});

describe("pages of two processes", () => {
  it("are as many as the mapped frames, however often they are counted", () => {
    const world = mappings({ kind: "shared file", pages: 40 });
    world.fork();
    world.map("A");
    world.map("B");
    world.read("A", 0);
    world.read("B", 17);
    // 64 KiB around each read, in pieces that do not overlap
    expect(world.usage("A")).toEqual({ rss: 16, pss: 16, anonymous: 0 });
    expect(world.usage("B")).toEqual({ rss: 16, pss: 16, anonymous: 0 });
    world.read("B", 1);
    expect(world.usage("A").pss + world.usage("B").pss).toBe(32);
  });

  it("copy after a fork only what one of them writes", () => {
    const world = mappings({ kind: "private memory", pages: 100 });
    world.map("A");
    for (let page = 0; page < 100; ++page) world.write("A", page, "x");
    world.fork();
    const copies = [3, 5, 3].map((page) => world.write("B", page, "y").copies);
    expect(copies).toEqual([1, 1, 0]);
    expect(world.usage("A").pss + world.usage("B").pss).toBe(102);
  });
});

it("refuses what cannot be", () => {
  const world = mappings({ kind: "private memory" });
  expect(() => world.read("A", 0)).toThrow("A has mapped nothing");
  expect(() => world.map("B")).toThrow("B does not run");
  expect(() => world.writeFile(0, "x")).toThrow("no file");
  world.fork();
  expect(() => world.fork()).toThrow("B is there already");
});

describe("steps in words", () => {
  it("are read one by one", () => {
    expect(readSteps("A maps, A writes 0 x,\n A forks B, B reads 12, B write(2)s 1 q, B exits")).toEqual([
      ["A", "maps"],
      ["A", "writes", 0, "x"],
      ["A", "forks B"],
      ["B", "reads", 12],
      ["B", "write(2)s", 1, "q"],
      ["B", "exits"],
    ]);
  });

  it.each(["B forks A", "A writes x", "A reads", "C maps", "A maps twice"])(
    "are refused with the example: %s",
    (words) => {
      expect(() => readSteps(words)).toThrow(`“${words}” is no step. Write it as in`);
    },
  );
});
