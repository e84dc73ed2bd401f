// Reads heap snapshots of V8, and computes what objects retain.
import { readFileSync } from "node:fs";

/** Nodes with name, type, own size and edges; node 0 is the root. */
export function load(file) {
  const {
    snapshot: { meta },
    nodes,
    edges,
    strings,
  } = JSON.parse(readFileSync(file, "utf8"));
  const width = meta.node_fields.length;
  const [type, name, , size, count] = ["type", "name", "id", "self_size", "edge_count"].map((f) =>
    meta.node_fields.indexOf(f),
  );
  const edgeWidth = meta.edge_fields.length;
  const heap = [];
  let e = 0;
  for (let i = 0; i < nodes.length; i += width) {
    const out = [];
    for (let k = 0; k < nodes[i + count]; ++k, e += edgeWidth) {
      const kind = meta.edge_types[0][edges[e]];
      // weak references hold nothing
      if (kind === "weak") continue;
      const label = kind === "element" || kind === "hidden" ? `[${edges[e + 1]}]` : strings[edges[e + 1]];
      out.push({ to: edges[e + 2] / width, label, kind });
    }
    heap.push({
      name: strings[nodes[i + name]],
      type: meta.node_types[0][nodes[i + type]],
      size: nodes[i + size],
      out,
    });
  }
  return heap;
}

/** Retained sizes and the dominator tree (Cooper, Harvey and Kennedy 2001). */
export function dominate(heap) {
  const seen = new Uint8Array(heap.length);
  const order = [];
  const stack = [[0, 0]];
  seen[0] = 1;
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    const edge = heap[top[0]].out[top[1]++];
    if (!edge) order.push(stack.pop()[0]);
    else if (!seen[edge.to]) {
      seen[edge.to] = 1;
      stack.push([edge.to, 0]);
    }
  }
  const place = new Int32Array(heap.length).fill(-1);
  order.forEach((node, i) => {
    place[node] = i;
  });
  const into = heap.map(() => []);
  for (const node of order) for (const { to } of heap[node].out) into[to].push(node);
  const dominator = new Int32Array(heap.length).fill(-1);
  dominator[0] = 0;
  const meet = (a, b) => {
    while (a !== b) {
      while (place[a] < place[b]) a = dominator[a];
      while (place[b] < place[a]) b = dominator[b];
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = order.length - 2; i >= 0; --i) {
      const nearest = into[order[i]].filter((n) => dominator[n] >= 0).reduce(meet);
      if (dominator[order[i]] !== nearest) {
        dominator[order[i]] = nearest;
        changed = true;
      }
    }
  }
  const retained = new Float64Array(heap.length);
  for (const node of order) {
    retained[node] += heap[node].size;
    if (node !== 0) retained[dominator[node]] += retained[node];
  }
  return { retained, dominator, reached: seen };
}
