// Requests whose objects live until 50,000 more were made. How often does the young generation fill, and what does that cost?
import { PerformanceObserver, performance } from "node:perf_hooks";

const places = 50_000;
const calls = 10_000;
const perCall = 5_120;
const ring = Array.from({ length: places }, (_, i) => ({ id: i, size: 0, next: null }));

const counts = { minor: 0, major: 0, other: 0 };
let collecting = 0;
new PerformanceObserver((list) => {
  for (const { duration, detail } of list.getEntries()) {
    // perf_hooks.constants: 1 minor, 4 major, the rest is incremental work and callbacks
    counts[detail.kind === 1 ? "minor" : detail.kind === 4 ? "major" : "other"] += 1;
    collecting += duration;
  }
}).observe({ entryTypes: ["gc"] });

function call(from) {
  let at = from % places;
  let sum = 0;
  for (let i = from; i < from + perCall; ++i) {
    const item = { id: i & 0xffff, size: i & 255, next: null };
    ring[at] = item;
    if (++at === places) at = 0;
    sum = (sum + item.size) | 0;
  }
  return sum;
}

const times = new Float64Array(calls);
let sink = 0;
for (let i = 0; i < 500; ++i) sink += call(i * perCall);
await new Promise((resolve) => setTimeout(resolve, 20));
counts.minor = counts.major = counts.other = collecting = 0;
let total = 0;
for (let i = 0; i < calls; ++i) {
  const before = performance.now();
  sink += call(i * perCall);
  times[i] = performance.now() - before;
  total += times[i];
}
// the observer hears of collections in a later task
await new Promise((resolve) => setTimeout(resolve, 20));
times.sort();
// 20 rounds of 0 to 255 in each call
if (sink !== (calls + 500) * 20 * 32_640) throw new Error("the sum is wrong");
const percent = (x) => `${((100 * x) / total).toFixed(0)} %`;
console.log(
  `${counts.minor} minor and ${counts.major} major collections, ${percent(collecting)} of ${(total / 1000).toFixed(2)} s`,
);
console.log(
  `${((1e6 * total) / calls / perCall).toFixed(1)} ns an object; of 10,000 calls half within ${times[calls / 2 - 1].toFixed(2)} ms, 99.9 % within ${times[0.999 * calls - 1].toFixed(1)} ms`,
);
console.log(`memory of the process at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
