/** Objects and references of a heap. Object 0 is the root. */
export interface HeapGraph {
  /** bytes of each object itself, its shallow size */
  sizes: readonly number[];
  /** [from, to] */
  edges: readonly (readonly [from: number, to: number])[];
}

export interface Retained {
  /** bytes that would be freed with each object; 0 of one that is garbage already */
  retained: number[];
  /** the nearest object that every path from the root goes through; -1 of the root and of garbage */
  dominator: number[];
}

/**
 * The retained size of every object: its own, and that of all that only it keeps alive, which are the objects that it dominates.
 * Dominators by the iterative algorithm of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm", 2001).
 */
export function retainedSizes({ sizes, edges }: HeapGraph): Retained {
  const n = sizes.length;
  const next: number[][] = Array.from({ length: n }, () => []);
  const before: number[][] = Array.from({ length: n }, () => []);
  for (const [from, to] of edges) {
    next[from].push(to);
    before[to].push(from);
  }
  const order = postorder(next);
  const place = new Array<number>(n).fill(-1);
  for (const [i, object] of order.entries()) place[object] = i;
  const dominator = new Array<number>(n).fill(-1);
  dominator[0] = 0;

  const meet = (a: number, b: number): number => {
    while (a !== b) {
      while (place[a] < place[b]) a = dominator[a];
      while (place[b] < place[a]) b = dominator[b];
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const object of order.toReversed()) {
      if (object === 0) continue;
      const known = before[object].filter((from) => dominator[from] >= 0);
      const nearest = known.reduce(meet);
      if (dominator[object] === nearest) continue;
      dominator[object] = nearest;
      changed = true;
    }
  }
  const retained = new Array<number>(n).fill(0);
  for (const object of order) {
    retained[object] += sizes[object];
    if (object !== 0) retained[dominator[object]] += retained[object];
  }
  dominator[0] = -1;
  return { retained, dominator };
}

/** Objects that the root reaches, each after what was first reached through it. */
function postorder(next: readonly number[][]): number[] {
  const order: number[] = [];
  const seen = new Set([0]);
  const stack: { object: number; turn: number }[] = [{ object: 0, turn: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const to = next[top.object][top.turn++];
    if (to === undefined) {
      order.push(top.object);
      stack.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      stack.push({ object: to, turn: 0 });
    }
  }
  return order;
}
