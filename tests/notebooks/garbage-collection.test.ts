import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import { parseOutput } from "../../src/notebook/record/native/output.ts";
import { retainedSizes, serverMutator, World } from "../../src/simulate/index.ts";

function cellsOf(notebook: string): Record<string, string> {
  const html = readFileSync(`notebooks/garbage-collection/${notebook}.html`, "utf8");
  const cells = html.matchAll(/<script id="(\d+)"[^>]*>([\s\S]*?)<\/script>/g);
  return Object.fromEntries([...cells].map(([, id, text]) => [id, text]));
}

/** What cells of a notebook declare under these names. */
function declared<T>(notebook: string, ids: string[], names: string): T {
  const cells = cellsOf(notebook);
  const code = ids.map((id) => stripTypeScriptTypes(cells[id])).join("\n");
  return new Function(`${code}\nreturn { ${names} };`)();
}

interface Item {
  id: number;
  size: number;
}
type Fill = (ring: Item[], from: number, count: number) => number;

const ringOf = (length: number) => Array.from({ length }, (_, id) => ({ id, size: 0 }));

test("live-heap: new objects and old ones written over leave the same ring and the same sum", () => {
  const { replace, overwrite } = declared<{ replace: Fill; overwrite: Fill }>(
    "live-heap",
    ["2"],
    "replace, overwrite",
  );
  const [fresh, old] = [ringOf(64), ringOf(64)];
  const before = [...old];
  expect(replace(fresh, 1000, 512)).toBe(overwrite(old, 1000, 512));
  expect(fresh.map(({ id, size }) => [id, size])).toEqual(old.map(({ id, size }) => [id, size]));
  expect(old.every((item, i) => item === before[i])).toBe(true);
  expect(fresh.some((item) => before.includes(item))).toBe(false);
});

test("pause-hunter: an object lives until the ring has come round", () => {
  const { replace } = declared<{ replace: Fill }>("pause-hunter", ["2"], "replace");
  const ring = ringOf(16);
  replace(ring, 0, 100);
  expect(ring.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 16 }, (_, i) => 84 + i),
  );
});

test("gc-sim: the turn of marking that is shown reaches what can be reached, and nothing else", () => {
  const { scanOne } = declared<{
    scanOne: (grey: number[], reached: Set<number>, fieldsOf: (object: number) => number[]) => number;
  }>("gc-sim", ["2"], "scanOne");
  const program = serverMutator({ requests: 40, kept: 0.3, moved: 0.5, seed: 2 });
  const world = new World(program);
  for (const step of program.steps) world.apply(step);
  const fieldsOf = (object: number) => {
    const found: number[] = [];
    world.forEachField(object, (to) => found.push(to));
    return found;
  };
  const grey = [...new Set(world.roots)].filter((object) => object > 0);
  const reached = new Set(grey);
  while (scanOne(grey, reached, fieldsOf) > 0);
  const wanted = [...world.reachable().keys()].filter((object) => world.reachable()[object] === 1);
  expect([...reached].sort((a, b) => a - b)).toEqual(wanted);
  expect(wanted.length).toBeLessThan(program.objects);
});

test("leak-hunt shows the graph that was recorded, object by object", () => {
  const output = parseOutput(readFileSync("notebooks/garbage-collection/native/leak-small.txt", "utf8"));
  const lines = output.steps.flatMap((step) => step.output.split("\n")).filter((line) => line.includes("\t"));
  const { recorded } = declared<{ recorded: string }>("leak-hunt", ["3"], "recorded");
  expect(recorded.split("\n").map((line) => line.trim())).toEqual(
    lines.map((line) => line.split("\t").slice(1).join("|")),
  );
});

test("leak-hunt: to take away the only reference to an object frees what it retains", () => {
  type Edge = [from: number, to: number, label: string];
  const { reachable, edges, objects } = declared<{
    reachable: (edges: Edge[], without: number) => Set<number>;
    edges: Edge[];
    objects: { size: number }[];
  }>("leak-hunt", ["2", "3", "4"], "reachable, edges, objects");
  const { retained } = retainedSizes({
    sizes: objects.map(({ size }) => size),
    edges: edges.map(([from, to]) => [from, to] as const),
  });
  const all = objects.reduce((sum, { size }) => sum + size, 0);
  expect(retained[0]).toBe(all);
  let checked = 0;
  for (const [i, [, to]] of edges.entries()) {
    if (edges.filter(([, other]) => other === to).length > 1) continue;
    const kept = [...reachable(edges, i)].reduce((sum, object) => sum + objects[object].size, 0);
    expect(all - kept).toBe(retained[to]);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(15);
});
