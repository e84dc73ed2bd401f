/** Conditional branches in the order a program executes them. */
export interface Trace {
  /** which branch: the address of its instruction, counted in instructions */
  pcs: Uint32Array;
  /** what it did: 1 taken, 0 not taken */
  taken: Uint8Array;
}

/** A trace from what each branch is and does: `step(i)` gives branch i as [pc, taken]. */
export function traceOf(length: number, step: (i: number) => readonly [pc: number, taken: boolean]): Trace {
  const pcs = new Uint32Array(length);
  const taken = new Uint8Array(length);
  for (let i = 0; i < length; ++i) {
    const [pc, jumps] = step(i);
    pcs[i] = pc;
    taken[i] = jumps ? 1 : 0;
  }
  return { pcs, taken };
}
