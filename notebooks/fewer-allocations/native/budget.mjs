// An allocation budget as a test. V8 has no counter of allocations, so the heap's growth is read while no collection can happen:
//   node --test --min-semi-space-size=64 --max-semi-space-size=64 budget.mjs
import assert from "node:assert/strict";
import test from "node:test";
import { intoColumns, makeColumns, makeLog, withObjects, withStrings } from "./parsers.mjs";

const lines = 1000;
const log = makeLog(lines);
const columns = makeColumns(lines);

/** Bytes that one call of `f` allocates, once it is compiled. */
function allocatedBy(f) {
  for (let i = 0; i < 500; ++i) f();
  const calls = 50;
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < calls; ++i) f();
  return (process.memoryUsage().heapUsed - before) / calls;
}

const parsers = [
  { name: "strings", parse: () => withStrings(log), budget: 600 },
  { name: "objects", parse: () => withObjects(log), budget: 100 },
  { name: "columns", parse: () => intoColumns(log, columns), budget: 1 },
];

for (const { name, parse, budget } of parsers)
  test(`${name} stays within ${budget} bytes a line`, (t) => {
    const bytes = allocatedBy(parse) / lines;
    t.diagnostic(`${name}: ${bytes.toFixed(1)} bytes a line`);
    assert.ok(bytes >= 0, "a collection happened in between: enlarge the semi-space");
    assert.ok(bytes <= budget, `${name}: ${bytes.toFixed(1)} bytes a line, budget ${budget}`);
  });
