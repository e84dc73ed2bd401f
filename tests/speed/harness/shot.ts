import { kernels } from "./kernels.ts";

/** ms of the one long measurement, and of the calls before it that let the engine compile. */
const shotMs = 1000;
const warmUpMs = 200;

/** Calls the chain for a second between two readings of the clock: what a careful person would do by hand. */
function shot(size: number): number {
  const { setup, run } = kernels.chain;
  const input = setup(size, () => 0.5);
  let sink = 0;
  const callsPer = (ms: number) => {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < ms)
      for (let end = calls + Math.ceil(1e6 / size); calls < end; ++calls) sink ^= run(input) as number;
    return calls;
  };
  callsPer(warmUpMs);
  const calls = Math.round((callsPer(warmUpMs) / warmUpMs) * shotMs);
  const start = performance.now();
  for (let i = 0; i < calls; ++i) sink ^= run(input) as number;
  const ns = ((performance.now() - start) * 1e6) / calls;
  return sink === 0.5 ? 0 : ns;
}

self.onmessage = ({ data }: MessageEvent<number>) => self.postMessage(shot(data));
