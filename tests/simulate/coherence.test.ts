import { describe, expect, test } from "vitest";
import {
  access,
  type CoherenceProtocol,
  falselyShared,
  type LineState,
  runCoherence,
  type SharedAccess,
  seeded,
  stepTime,
} from "../../src/simulate/index.ts";

const protocols: CoherenceProtocol[] = ["MSI", "MESI", "MOESI"];
const states = (text: string) => [...text] as LineState[];
const outcome = (protocol: CoherenceProtocol, before: string, core: number, writes: boolean) => {
  const { states: found, messages } = access(protocol, states(before), core, writes);
  return `${found.join("")} ${messages.map(({ kind, from }) => `${kind}:${from}`).join(" ")}`.trim();
};
const adds = (core: number, what: string): SharedAccess => ({ core, does: "adds to", what });
const reads = (core: number, what: string): SharedAccess => ({ core, does: "reads", what });
const sent = (program: SharedAccess[], options: Parameters<typeof runCoherence>[1]) =>
  runCoherence(program, options).steps.map(({ messages }) => messages.length);

describe("the protocol", () => {
  test("makes the transitions of Papamarcos and Patel: two caches, a read or a write of the first", () => {
    const table = [
      // a read miss takes the line from memory, exclusive, or from a cache, shared; a modified line is written back
      ["II", false, "EI read:0 line:memory"],
      ["IE", false, "SS read:0 line:1"],
      ["IS", false, "SS read:0 line:1"],
      ["IM", false, "SS read:0 line:1 write-back:1"],
      // a write miss takes the line for itself
      ["II", true, "MI own:0 line:memory"],
      ["IE", true, "MI own:0 line:1"],
      ["IS", true, "MI own:0 line:1"],
      ["IM", true, "MI own:0 line:1"],
      // a write hit on a shared line first invalidates the others; on the only copy it tells nobody
      ["SS", true, "MI invalidate:0"],
      ["EI", true, "MI"],
      ["MI", true, "MI"],
      ["SS", false, "SS"],
      ["EI", false, "EI"],
      ["MI", false, "MI"],
    ] as const;
    for (const [before, writes, expected] of table) expect(outcome("MESI", before, 0, writes)).toBe(expected);
  });

  test("without an exclusive state tells others of a write that nobody else could miss", () => {
    expect(outcome("MSI", "II", 0, false)).toBe("SI read:0 line:memory");
    expect(outcome("MSI", "SI", 0, true)).toBe("MI invalidate:0");
    expect(outcome("MESI", "EI", 0, true)).toBe("MI");
  });

  test("with an owner does not write a modified line back when another core reads it", () => {
    expect(outcome("MOESI", "IM", 0, false)).toBe("SO read:0 line:1");
    expect(outcome("MOESI", "ISO", 0, false)).toBe("SSO read:0 line:2");
    expect(outcome("MOESI", "SOS", 1, true)).toBe("IMI invalidate:1");
  });

  test.each(protocols)(
    "%s keeps one writer or many readers, and every read sees the last write",
    (protocol) => {
      const random = seeded(5);
      let line: LineState[] = states("IIII");
      const copies: number[] = [0, 0, 0, 0];
      let memory = 0;
      for (let written = 0, i = 0; i < 4000; ++i) {
        const core = Math.floor(random() * 4);
        const writes = random() < 0.4;
        const step = access(protocol, line, core, writes);
        for (const { kind, from } of step.messages) {
          if (kind === "line") copies[core] = from === "memory" ? memory : copies[from];
          if (kind === "write-back") memory = copies[from as number];
        }
        line = step.states;
        // what is read, by a write too, is what was written last
        expect(copies[core]).toBe(written);
        if (writes) copies[core] = ++written;
        const holders = line.filter((state) => state !== "I").length;
        if (line.some((state) => state === "M" || state === "E")) expect(holders).toBe(1);
        expect(line.filter((state) => state === "O" || state === "M").length).toBeLessThanOrEqual(1);
      }
    },
  );
});

describe("a program", () => {
  const rounds = (n: number) => Array.from({ length: n }, () => [adds(0, "a"), adds(1, "b")]).flat();
  const near = { cores: 2, granule: 64, at: { a: 0, b: 4 } };

  test("sends a request and a line for each add of two cores on one line, and nothing once they are apart", () => {
    expect(sent(rounds(10), near)).toEqual(Array(20).fill(2));
    expect(sent(rounds(10), { ...near, at: { a: 0, b: 64 } })).toEqual([2, 2, ...Array(18).fill(0)]);
  });

  test("shares by lines, not by distance", () => {
    const apart = { ...near, at: { a: 60, b: 64 } };
    expect(sent(rounds(2), apart)).toEqual([2, 2, 0, 0]);
    expect(sent(rounds(2), { ...apart, granule: 128 })).toEqual([2, 2, 2, 2]);
  });

  test("in bursts of k adds sends a k-th of the messages", () => {
    for (const k of [1, 2, 5]) {
      const burst = (core: number, what: string) => Array.from({ length: k }, () => adds(core, what));
      const program = Array.from({ length: 10 }, () => [...burst(0, "a"), ...burst(1, "b")]).flat();
      const total = sent(program, near).reduce((sum, n) => sum + n, 0);
      expect(total / program.length).toBe(2 / k);
    }
  });

  test("makes readers pay for a neighbour that is written, and not for one that is read", () => {
    const program = [reads(1, "b"), adds(0, "a"), reads(1, "b"), reads(1, "b"), reads(0, "b")];
    expect(sent(program, near)).toEqual([2, 2, 3, 0, 0]);
    expect(falselyShared(program, near)).toEqual([false, false, true, false, false]);
  });

  test("counts as false what a line for each variable would cure, and no more", () => {
    expect(falselyShared(rounds(3), near)).toEqual([false, false, true, true, true, true]);
    const one = rounds(3).map((step) => ({ ...step, what: "a" }));
    expect(falselyShared(one, near)).toEqual(Array(6).fill(false));
  });

  test("waits for requests and lines, and for no write-back", () => {
    const costs = { hit: 2, request: 10, fromCache: 20, fromMemory: 100 };
    const program = [adds(0, "a"), adds(0, "a"), reads(1, "a"), adds(1, "a"), adds(0, "a")];
    const { steps } = runCoherence(program, { cores: 2, granule: 64, at: { a: 0 } });
    expect(steps.map((step) => stepTime(step, costs))).toEqual([112, 2, 32, 12, 32]);
  });

  test("names the variable that has no address", () => {
    expect(() => runCoherence([adds(0, "c")], near)).toThrow(/“c” has no address/);
  });
});
