// Is Math.max a branch in V8? One form in each process, so that no form spoils another's compilation.
//   node math-max.mjs max|if|shift
const N = 2 ** 20;
const RUNS = 31;
let seed = 1;
const random32 = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
const random = Int32Array.from({ length: N }, () => random32() >>> 24);
const sorted = random.toSorted();

const forms = {
  max(xs) {
    let sum = 0;
    for (let i = 0; i < N; ++i) sum = (sum + Math.max(xs[i], 128)) | 0;
    return sum;
  },
  if(xs) {
    let sum = 0;
    for (let i = 0; i < N; ++i) if (xs[i] >= 128) sum = (sum + xs[i]) | 0;
    return sum;
  },
  shift(xs) {
    let sum = 0;
    for (let i = 0; i < N; ++i) {
      const x = xs[i];
      sum = (sum + (x & ~((x - 128) >> 31))) | 0;
    }
    return sum;
  },
};
const name = process.argv[2];
const form = forms[name];
const lowest = { random: Infinity, sorted: Infinity };
for (let run = -10; run < RUNS; ++run)
  for (const [order, xs] of [
    ["random", random],
    ["sorted", sorted],
  ])
    for (let pass = 0; pass < 3; ++pass) {
      const start = performance.now();
      form(xs);
      const ns = ((performance.now() - start) * 1e6) / N;
      if (run >= 0) lowest[order] = Math.min(lowest[order], ns);
    }
console.log(
  `${name}: random ${lowest.random.toFixed(2)} ns, sorted ${lowest.sorted.toFixed(2)} ns an element`,
);
