import { PLACE } from "./places.ts";
import { type Trace, traceOf } from "./trace.ts";

/**
 * A loop of `inner` iterations inside an endless one, each closed by a branch back to its top: the
 * inner branch is taken inner - 1 times and then not, the outer branch is always taken.
 */
export function nestedLoopTrace({ length, inner }: { length: number; inner: number }): Trace {
  return traceOf(length, (i) => {
    const step = i % (inner + 1);
    return step === inner ? [PLACE.second, true] : [PLACE.first, step < inner - 1];
  });
}
