import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { describe, expect, it } from "vitest";

/** What the cells of functions declare, with whatever they import left out. */
function cells<T>(notebook: string, ids: number[], names: string[]): T {
  const html = readFileSync(`notebooks/cpu-pipeline/${notebook}.html`, "utf8");
  const text = ids.map(
    (id) => new RegExp(`<script id="${id}"[^>]*>([\\s\\S]*?)</script>`).exec(html)?.[1] ?? "",
  );
  return new Function(`${stripTypeScriptTypes(text.join("\n"))}\nreturn { ${names.join(", ")} };`)();
}

describe("the chains of cpu-pipeline/dep-chains", () => {
  type Chain = (start: { x: number; m: number; c: number }) => number;
  const names = ["oneChain", "twoChains", "fourChains", "eightChains"];
  const { steps, ...chains } = cells<Record<string, Chain> & { steps: number }>(
    "dep-chains",
    [2, 3],
    ["steps", ...names],
  );

  it.each([
    ["oneChain", 1],
    ["twoChains", 2],
    ["fourChains", 4],
    ["eightChains", 8],
  ] as const)("%s shares all steps among %i numbers", (name, count) => {
    // each step adds one, and the mean of the chains is returned
    expect(chains[name]({ x: 0, m: 1, c: 1 }) * count).toBe(steps);
  });

  it("all end at 1, wherever they begin", () => {
    for (const name of names)
      for (const x of [0, 0.1, 0.5, 0.999999]) expect(chains[name]({ x, m: 0.5, c: 0.5 })).toBe(1);
  });
});

describe("the walkers of cpu-pipeline/mlp", () => {
  type Walk = (walk: { memory: Int32Array; at: Int32Array; nothing: number }, loads: number) => number;
  const { walk, walkInTurn, loads } = cells<{ walk: Walk; walkInTurn: Walk; loads: number }>(
    "mlp",
    [2, 3],
    ["walk", "walkInTurn", "loads"],
  );
  const ring = Int32Array.from({ length: 16 * 5000 }, (_, i) => (i + 16) % (16 * 5000));

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "share the loads evenly, %i of them, each along its own way",
    (walkers) => {
      for (const kernel of [walk, walkInTurn]) {
        const at = Int32Array.from({ length: walkers }, (_, w) => 160 * w);
        kernel({ memory: ring, at, nothing: 0 }, loads);
        const expected = Array.from(
          { length: walkers },
          (_, w) => (160 * w + (16 * loads) / walkers) % ring.length,
        );
        expect([...at]).toEqual(expected);
      }
    },
  );
});
