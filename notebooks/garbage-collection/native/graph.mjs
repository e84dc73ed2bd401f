// The part of a snapshot that the service itself holds: one line an object, with its own size and what it refers to.
import { dominate, load } from "./heap.mjs";

const heap = load(process.argv[2]);
const { dominator, retained } = dominate(heap);
const bus = heap.findIndex(
  ({ name, type }, i) =>
    name === "EventEmitter" &&
    type === "object" &&
    heap[dominator[i]].out.some(({ label }) => label === "bus"),
);
const top = dominator[bus];
const below = (node) => {
  for (let at = node; at > 0; at = dominator[at]) if (at === top) return true;
  return false;
};
// maps, code and shapes are the engine's own
const ours = new Set(
  heap
    .keys()
    .filter(
      (node) =>
        below(node) &&
        !["code", "hidden", "object shape", "string"].includes(heap[node].type) &&
        (node === top || retained[node] > 0),
    ),
);
const found = [top];
for (const node of found)
  for (const { to } of heap[node].out) if (ours.has(to) && !found.includes(to)) found.push(to);
for (const [i, node] of found.entries()) {
  // the stores behind objects and arrays refer once more to what their owners' fields refer to
  const isStore = heap[node].name.startsWith("(object ");
  const edges = heap[node].out
    .filter(({ to }) => !isStore && found.includes(to))
    .map(({ to, label }) => `${label}>${found.indexOf(to)}`);
  console.log([i, heap[node].name || "-", heap[node].size, edges.join(",") || "-"].join("\t"));
}
