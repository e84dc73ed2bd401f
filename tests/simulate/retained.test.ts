import { expect, test } from "vitest";
import { type HeapGraph, retainedSizes, seeded } from "../../src/simulate/index.ts";

/** By its definition: what can no longer be reached without the object. */
function byRemoval({ sizes, edges }: HeapGraph, removed: number): number {
  const reach = (without: number) => {
    const seen = new Set<number>();
    const waiting = without === 0 ? [] : [0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const [from, to] of edges) if (from === at && to !== without) waiting.push(to);
    }
    return [...seen].reduce((sum, object) => sum + sizes[object], 0);
  };
  return reach(-1) - reach(removed);
}

function randomGraph(seed: number): HeapGraph {
  const random = seeded(seed);
  const n = 30;
  const sizes = Array.from({ length: n }, () => 1 + Math.floor(random() * 99));
  const any = () => Math.floor(random() * n);
  return { sizes, edges: Array.from({ length: 45 }, () => [any(), any()] as const) };
}

test("a retained size is what would be freed if the object went away", () => {
  for (let seed = 1; seed <= 60; ++seed) {
    const graph = randomGraph(seed);
    const { retained } = retainedSizes(graph);
    for (const object of graph.sizes.keys()) expect(retained[object]).toBe(byRemoval(graph, object));
  }
});

test("what two objects share belongs to neither, but to the object above both", () => {
  const diamond: HeapGraph = {
    sizes: [0, 10, 10, 100],
    edges: [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ],
  };
  expect(retainedSizes(diamond).retained).toEqual([120, 10, 10, 100]);
  expect(retainedSizes(diamond).dominator[3]).toBe(0);
});

test("a cycle that the root does not reach retains nothing", () => {
  const { retained, dominator } = retainedSizes({
    sizes: [1, 5, 5],
    edges: [
      [1, 2],
      [2, 1],
    ],
  });
  expect(retained).toEqual([1, 0, 0]);
  expect(dominator).toEqual([-1, -1, -1]);
});
