import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { describe, expect, it, vi } from "vitest";
import { compileKernel } from "../../src/notebook/compile/wasm/compile-kernel.ts";
import { openKernel } from "../../src/notebook/wasm/open.ts";
import { seeded } from "../../src/simulate/random.ts";
import { COMPILER_MS } from "../compile/wasm/kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

/** What cells of a notebook declare under these names; numbers of other cells are given as `known`. */
function declared<T>(notebook: string, cells: number[], names: string, known: object = {}): T {
  const html = readFileSync(`notebooks/data-layout/${notebook}.html`, "utf8");
  const code = cells.map((id) => {
    const cell = new RegExp(`<script id="${id}"[^>]*>([\\s\\S]*?)</script>`).exec(html)?.[1] ?? "";
    return stripTypeScriptTypes(cell).replace(/^\s*import .*$/gm, "");
  });
  return new Function(...Object.keys(known), `${code.join("\n")}\nreturn { ${names} };`)(
    ...Object.values(known),
  );
}
type Numbers = (...inputs: unknown[]) => number;

describe("aos-soa", async () => {
  const wasm = (await openKernel(
    await compileKernel(
      "notebooks/data-layout/particles.as.ts",
      readFileSync("notebooks/data-layout/particles.as.ts", "utf8"),
    ),
  )) as unknown as Record<"ageRecords" | "ageField", (count: number) => number> & {
    memory: WebAssembly.Memory;
  };

  it("ages records and fields alike, in JavaScript, by DataView and in WebAssembly", () => {
    const { olderRecords, olderInView, olderField } = declared<Record<string, Numbers>>(
      "aos-soa",
      [2, 7],
      "olderRecords, olderInView, olderField",
    );
    const count = 64;
    const ages = Float32Array.from({ length: count }, (_, i) => i % 7);
    const records = Float32Array.from({ length: 8 * count }, (_, k) => (k % 8 === 7 ? ages[k >> 3] : 0.5));
    const viewed = records.slice();
    const memory = new Float32Array(wasm.memory.buffer);
    memory.set(records);
    wasm.ageRecords(count);
    olderRecords(records);
    olderInView(new DataView(viewed.buffer));
    expect(viewed).toEqual(records);
    expect(memory.slice(0, 8 * count)).toEqual(records);
    memory.set(ages);
    wasm.ageField(count);
    olderField(ages);
    expect(memory.slice(0, count)).toEqual(ages);
    expect(Array.from(ages)).toEqual(Array.from(ages, (_, i) => records[8 * i + 7]));
    expect(wasm.memory.buffer.byteLength).toBeGreaterThanOrEqual(2 ** 25);
  });

  it("finds the eight numbers of a particle in each layout", () => {
    const n = 64;
    const kernels = declared<Record<string, Numbers>>(
      "aos-soa",
      [11],
      "lookAtRecords, lookAtBlocks, lookAtFields",
      { n },
    );
    // 2^14 looks at 64 particles whose field f is 2^f times their number
    const order = Int32Array.from({ length: 2 ** 14 }, (_, k) => (k * 29) % n);
    const places: Record<string, (i: number, f: number) => number> = {
      lookAtRecords: (i, f) => 8 * i + f,
      lookAtBlocks: (i, f) => 128 * (i >> 4) + 16 * f + (i % 16),
      lookAtFields: (i, f) => f * n + i,
    };
    const wanted = order.reduce((sum, i) => sum + 255 * i, 0);
    for (const [name, place] of Object.entries(places)) {
      const data = new Float32Array(8 * n);
      for (let i = 0; i < n; ++i) for (let f = 0; f < 8; ++f) data[place(i, f)] = i * 2 ** f;
      expect(kernels[name]({ data, order, at: 0 }), name).toBe(wanted);
    }
  });
});

it("list-order: runs of every length make one cycle through all nodes", () => {
  const count = 2 ** 20;
  const { nodesInRuns } = declared<{
    nodesInRuns: (run: number, random: () => number) => { nodes: Int32Array };
  }>("list-order", [8], "nodesInRuns");
  for (const run of [1, 64]) {
    const { nodes } = nodesInRuns(run, seeded(1));
    let at = 0;
    let steps = 0;
    let jumps = 0;
    do {
      if (nodes[at] !== at + 8) jumps += 1;
      at = nodes[at];
      steps += 1;
    } while (at !== 0 && steps <= count);
    expect(steps).toBe(count);
    // a run may by chance follow its neighbour
    expect(jumps).toBeGreaterThan(count / run - 10);
    expect(jumps).toBeLessThanOrEqual(count / run);
  }
});

it("hot-cold: the three scans find the same sessions", () => {
  const { scanWhole, scanSplit, scanNoted } = declared<Record<string, Numbers>>(
    "hot-cold",
    [2],
    "scanWhole, scanSplit, scanNoted",
  );
  const random = seeded(5);
  const n = 500;
  const whole = Int32Array.from({ length: 16 * n }, () => random() * 1000);
  const ends = Int32Array.from({ length: n }, (_, i) => whole[16 * i]);
  for (const now of [0, 1, 300, 1000]) {
    const wanted = scanWhole(whole, now);
    expect(scanSplit(ends, whole, now)).toBe(wanted);
    expect(scanNoted(ends, whole, new Int32Array(n + 1), now)).toBe(wanted);
  }
});

interface Rows {
  count: number;
  ids: Int32Array;
  places: Int32Array;
  x: Float64Array;
  y: Float64Array;
  add: (id: number, x: number, y: number) => void;
  remove: (id: number) => void;
}

it("entities: the table keeps its rows packed and findable, whatever comes and goes", () => {
  const { Table } = declared<{ Table: new (size: number) => Rows }>("entities", [2], "Table");
  const table = new Table(100);
  const held = new Map<number, number>();
  const random = seeded(2);
  for (let round = 0; round < 2000; ++round) {
    const id = Math.floor(random() * 100);
    if (held.has(id)) {
      table.remove(id);
      held.delete(id);
    } else {
      table.add(id, round, -round);
      held.set(id, round);
    }
    expect(table.count).toBe(held.size);
  }
  const rows = Array.from({ length: table.count }, (_, k) => [table.ids[k], table.x[k]] as const);
  expect(new Map(rows)).toEqual(held);
  for (let id = 0; id < 100; ++id)
    if (held.has(id)) expect(table.ids[table.places[id]]).toBe(id);
    else expect(table.places[id]).toBe(-1);
});
