import { seeded } from "../random.ts";
import { type MallocCalls, someBytes } from "./trace.ts";

/** Requests, one after another: each asks for `blocks` blocks and frees them in reverse order when it is answered. */
export function requestCalls({
  count,
  blocks,
  seed,
}: {
  count: number;
  blocks: number;
  seed: number;
}): MallocCalls {
  const random = seeded(seed);
  const trace: number[] = [];
  for (let request = 0; request < count; ++request) {
    for (let i = 0; i < blocks; ++i) trace.push(someBytes(random));
    for (let i = blocks - 1; i >= 0; --i) trace.push(-(request * blocks + i));
  }
  return trace;
}

/** So many blocks alive all the time: in each step any one of them is freed, and another one asked for. Then all are freed. */
export function churnCalls({
  alive,
  steps,
  seed,
}: {
  alive: number;
  steps: number;
  seed: number;
}): MallocCalls {
  const random = seeded(seed);
  const trace = Array.from({ length: alive }, () => someBytes(random));
  const blocks = Array.from({ length: alive }, (_, i) => i);
  for (let step = 0; step < steps; ++step) {
    const slot = Math.floor(random() * alive);
    trace.push(-blocks[slot], someBytes(random));
    blocks[slot] = alive + step;
  }
  return [...trace, ...blocks.map((block) => -block)];
}

/**
 * A server with two kinds of blocks. Small records (16 to 115 bytes) live long: up to 450 of them, any of which may go. Large
 * buffers (256 to 2,047 bytes) go soon: up to 30, of the oldest eight one goes. The load rises and falls three times.
 */
export function serviceCalls({ steps, seed }: { steps: number; seed: number }): MallocCalls {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const trace: number[] = [];
  const records: number[] = [];
  const buffers: number[] = [];
  let blocks = 0;
  const trim = (alive: number[], most: number, among: number) => {
    while (alive.length > most) trace.push(-alive.splice(below(Math.min(among, alive.length)), 1)[0]);
  };
  for (let step = 0; step < steps; ++step) {
    const phase = ((3 * step) / steps) % 1;
    const load = 1.5 - 2 * Math.abs(phase - 0.5);
    if (random() < 0.25) {
      trace.push(16 + below(100));
      records.push(blocks++);
    } else {
      trace.push(256 + below(1792));
      buffers.push(blocks++);
    }
    trim(records, 300 * load, Number.POSITIVE_INFINITY);
    trim(buffers, 20 * load, 8);
  }
  return [...trace, ...[...records, ...buffers].map((block) => -block)];
}
