import { describe, expect, test } from "vitest";
import {
  type Barrier,
  type CollectorRun,
  concurrent,
  copying,
  generational,
  type MakeCollector,
  type Marker,
  type Mutator,
  markSweep,
  playCollector,
  serverMutator,
  type World,
} from "../../src/simulate/index.ts";

const server = serverMutator({ requests: 600, kept: 0.15, sessions: 30, moved: 0.3, seed: 5 });
const heap = 12_000;
const collectors: Record<string, MakeCollector> = {
  "mark-sweep": markSweep({ heap }),
  copying: copying({ heap: 2 * heap }),
  generational: generational({ heap, nursery: 1500 }),
  "concurrent, insertion": concurrent({ heap, barrier: "insertion" }),
  "concurrent, deletion": concurrent({ heap, barrier: "deletion" }),
};

describe.each(Object.entries(collectors))("%s", (_name, make) => {
  test("never frees what the program can reach, at any step", () => {
    const run = playCollector(server, make, {
      watch(world, collector) {
        // the whole heap now and then, what roots hold always
        if (!world.roots.every((object) => object === 0 || collector.holds(object)))
          throw new Error("a root is lost");
        if (world.made % 97 !== 0) return;
        const reachable = world.reachable();
        for (let object = 1; object <= world.made; ++object)
          if (reachable[object] && !collector.holds(object)) throw new Error(`object ${object} is lost`);
      },
    });
    expect(run.cycles).toBeGreaterThan(3);
    expect(run.lost).toBe(0);
  });

  test("keeps what it says it keeps, within its heap", () => {
    playCollector(server, make, {
      watch(world, collector) {
        if (world.made % 211 !== 0) return;
        let words = 0;
        for (let object = 1; object <= world.made; ++object)
          if (collector.holds(object)) words += world.words[object];
        expect(collector.used()).toBe(words);
        expect(words).toBeLessThanOrEqual(heap);
      },
    });
  });

  test("sees the same program as every other: as many words, whoever collects", () => {
    const wanted = server.steps.reduce((sum, step) => sum + (step.kind === "new" ? step.words : 0), 0);
    expect(playCollector(server, make).allocated).toBe(wanted);
  });

  test("the same trace gives the same run", () => {
    expect(playCollector(server, make)).toEqual(playCollector(server, make));
  });
});

test("collectors that stop the program leave no garbage behind; the others may", () => {
  expect(playCollector(server, collectors["mark-sweep"]).floating).toBe(0);
  expect(playCollector(server, collectors.copying).floating).toBe(0);
  expect(playCollector(server, collectors["concurrent, deletion"]).floating).toBeGreaterThan(0);
});

test("a live heap that does not fit is an error that names the collector", () => {
  expect(() => playCollector(server, markSweep({ heap: 1000 }))).toThrow(/mark-sweep: .* larger heap/);
  expect(() => playCollector(server, concurrent({ heap: 1000 }))).toThrow(RangeError);
});

/** A live set of `live` objects that never changes, and `garbage` objects that nobody keeps; all of them 10 words. */
function steady(live: number, garbage: number): Mutator {
  const steps: Mutator["steps"][number][] = [{ kind: "new", words: 10, fields: 1, root: 0 }];
  for (let i = 1; i < live; ++i) {
    steps.push({ kind: "new", words: 10, fields: 1, root: 1 });
    steps.push({ kind: "write", of: i, field: 0, to: i + 1 });
  }
  for (let i = 0; i < garbage; ++i) steps.push({ kind: "new", words: 10, fields: 1, root: 1 });
  return { steps, roots: 2, objects: live + garbage };
}

const perWord = ({ stopped, allocated }: CollectorRun) => stopped / allocated;

/*
 * With L words live and room for R, a collection comes every R - L words allocated. Copying reads and writes L each time:
 * 2 L / (R - L) per word allocated, R being half of the heap (Appel 1987). Mark-sweep reads L and looks at each of R / 10
 * objects: (L + R / 10) / (R - L).
 */
describe("the work for each word allocated is what the formula says", () => {
  const L = 2000;
  const program = steady(200, 30_000);
  for (const times of [1.5, 2, 4, 8]) {
    const room = times * L;
    test(`copying, with room for ${times} times the live words`, () => {
      const seen = perWord(playCollector(program, copying({ heap: 2 * room })));
      expect(seen / ((2 * L) / (room - L))).toBeGreaterThan(0.93);
      expect(seen / ((2 * L) / (room - L))).toBeLessThan(1.07);
    });
    test(`mark-sweep, with room for ${times} times the live words`, () => {
      const seen = perWord(playCollector(program, markSweep({ heap: room })));
      expect(seen / ((L + room / 10) / (room - L))).toBeGreaterThan(0.93);
      expect(seen / ((L + room / 10) / (room - L))).toBeLessThan(1.07);
    });
  }
});

test("a nursery costs nothing where everything young is garbage, and the live heap no longer matters", () => {
  const work = (live: number) => {
    const { pauses } = playCollector(steady(live, 20_000), generational({ heap: 40_000, nursery: 2000 }));
    // the first ones promote what stays
    return pauses.slice(-50).reduce((sum, pause) => sum + pause.work, 0);
  };
  expect(work(2000)).toBe(work(200));
  expect(work(200)).toBeLessThan(50 * 50);
});

describe("the tri-colour invariants, at every step of marking", () => {
  for (const barrier of ["insertion", "deletion"] as Barrier[])
    test(`${barrier} barrier`, () => {
      let checked = 0;
      playCollector(server, concurrent({ heap, barrier, pace: 1 }), {
        watch(world, collector) {
          const marker = collector as Marker;
          if (!marker.marking() || world.made % 5 !== 0) return;
          checked += 1;
          const whiteBelowBlack: number[] = [];
          for (let object = 1; object <= world.made; ++object) {
            if (!marker.holds(object) || marker.colour(object) !== "black") continue;
            world.forEachField(object, (to) => {
              if (marker.colour(to) === "white") whiteBelowBlack.push(to);
            });
          }
          // strong: black never points to white. Dijkstra's barrier keeps it
          if (barrier === "insertion") expect(whiteBelowBlack).toEqual([]);
          // weak: what black points to is below some grey object too. Yuasa's keeps that
          else expect(unprotected(whiteBelowBlack, world, marker)).toEqual([]);
        },
      });
      expect(checked).toBeGreaterThan(100);
    });
});

/** Those of some white objects that no grey object reaches through white ones. */
function unprotected(whites: number[], world: World, marker: Marker): number[] {
  if (whites.length === 0) return [];
  const shielded = new Set<number>();
  const waiting: number[] = [];
  for (let object = 1; object <= world.made; ++object)
    if (marker.holds(object) && marker.colour(object) === "grey") waiting.push(object);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop())
    world.forEachField(object, (to) => {
      if (marker.colour(to) !== "white" || shielded.has(to)) return;
      shielded.add(to);
      waiting.push(to);
    });
  return whites.filter((object) => !shielded.has(object));
}

test("without a barrier a concurrent marker loses objects that the program still has", () => {
  expect(playCollector(server, concurrent({ heap, barrier: "none" })).lost).toBeGreaterThan(0);
});

test("without a barrier a generational collector loses young objects that only old ones know", () => {
  expect(playCollector(server, generational({ heap, nursery: 1500, barrier: false })).lost).toBeGreaterThan(
    0,
  );
});

test("a collector that is too slow stalls the program; a faster one only takes its roots", () => {
  const whys = (pace: number) =>
    new Set(playCollector(server, concurrent({ heap, startAt: 0.8, pace })).pauses.map(({ why }) => why));
  expect(whys(0.05)).toContain("stall");
  expect([...whys(5)].sort()).toEqual(["end", "start"]);
});

test("a deletion barrier keeps more floating garbage than an insertion barrier", () => {
  const floating = (barrier: Barrier) =>
    playCollector(server, concurrent({ heap, barrier, pace: 1, startAt: 0.5 })).floating;
  expect(floating("deletion")).toBeGreaterThan(floating("insertion"));
});
