// What two heap snapshots of V8 differ by, how much the largest objects retain, and by which path the root holds them.
import { dominate, load } from "./heap.mjs";

/** The shortest way from the root. */
function path(heap, wanted) {
  const from = new Map([[0, null]]);
  const queue = [0];
  for (const node of queue) {
    if (node === wanted) break;
    for (const edge of heap[node].out)
      if (!from.has(edge.to)) {
        from.set(edge.to, { node, label: edge.label });
        queue.push(edge.to);
      }
  }
  const steps = [];
  for (let at = wanted; from.get(at); at = from.get(at).node)
    steps.unshift(`${from.get(at).label} → ${heap[at].name || "(no name)"}`);
  return steps;
}

const [, , first, second] = process.argv;
const inWords = (n) => Math.round(n).toLocaleString("en-GB");
const classes = (heap, reached) => {
  const sums = new Map();
  heap.forEach(({ name, type, size }, i) => {
    if (!reached[i] || !["object", "closure", "array"].includes(type)) return;
    const key = type === "object" ? name : `(${type}) ${name}`.trim();
    const sum = sums.get(key) ?? { count: 0, size: 0 };
    sums.set(key, { count: sum.count + 1, size: sum.size + size });
  });
  return sums;
};
const [a, b] = [first, second].map((file) => {
  const heap = load(file);
  return { heap, ...dominate(heap) };
});
const old = classes(a.heap, a.reached);
const grown = [...classes(b.heap, b.reached)]
  .map(([name, { count, size }]) => ({
    name,
    count: count - (old.get(name)?.count ?? 0),
    size: size - (old.get(name)?.size ?? 0),
  }))
  .sort((x, y) => y.size - x.size)
  .slice(0, 5);
console.log("grown from the first to the second:   objects   bytes of their own");
for (const { name, count, size } of grown)
  console.log(`  ${name.padEnd(32)} ${inWords(count).padStart(9)} ${inWords(size).padStart(20)}`);

const { heap, retained, dominator } = b;
const one = heap.findIndex(({ name, type }, i) => name === "Request" && type === "object" && b.reached[i]);
console.log(`\none Request: ${inWords(heap[one].size)} bytes itself, retains ${inWords(retained[one])}`);
console.log("what dominates it, and what that retains:");
for (let at = dominator[one]; at !== 0; at = dominator[at])
  console.log(
    `  ${(heap[at].name || "(no name)").slice(0, 40).padEnd(40)} itself ${inWords(heap[at].size).padStart(8)}   retains ${inWords(retained[at]).padStart(10)}`,
  );
console.log("the shortest way to it from the root:");
for (const step of path(heap, one)) console.log(`  ${step.slice(0, 90)}`);
