// What an object weighs in V8: the growth of the heap for 100,000 of a kind, with the array that holds them taken off.
//   node --expose-gc sizes.mjs
const N = 100_000;
const half = () => Math.random() + 0.5; // no small integer
const kinds = {
  "{}": () => ({}),
  "{ a: 1 }": (i) => ({ a: i }),
  "{ a … d }, small integers": (i) => ({ a: i, b: i, c: i, d: i }),
  "{ a … h }, small integers": (i) => ({ a: i, b: i, c: i, d: i, e: i, f: i, g: i, h: i }),
  "{ a … h }, fractions": () => ({
    a: half(),
    b: half(),
    c: half(),
    d: half(),
    e: half(),
    f: half(),
    g: half(),
    h: half(),
  }),
  "class of 8 fractions": () => new Particle(),
  "{} and then a … h": (i) => {
    const o = {};
    for (const name of "abcdefgh") o[name] = i;
    return o;
  },
  "{ a … h }, then delete a": (i) => {
    const o = { a: i, b: i, c: i, d: i, e: i, f: i, g: i, h: i };
    delete o.a;
    return o;
  },
  "[] of 8 small integers": (i) => [i, i, i, i, i, i, i, i],
  "[] of 8 fractions": () => [half(), half(), half(), half(), half(), half(), half(), half()],
  "new Float64Array(8)": () => new Float64Array(8),
  "8 fractions in one Float64Array": null,
};
class Particle {
  x = half();
  y = half();
  z = half();
  vx = half();
  vy = half();
  vz = half();
  mass = half();
  age = half();
}
const used = () => {
  for (let i = 0; i < 4; ++i) gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
console.log("bytes of one, the slot in an array that points to it not counted");
for (const [name, make] of Object.entries(kinds)) {
  const hold = make ? new Array(N) : null;
  const warm = make ? Array.from({ length: 1000 }, (_, i) => make(i)) : null; // V8 settles the size of a kind after some
  if (hold) hold.fill(null);
  const before = used();
  let block;
  if (make) for (let i = 0; i < N; ++i) hold[i] = make(i);
  else block = new Float64Array(8 * N);
  const bytes = (used() - before) / N;
  console.log(`${name.padEnd(34)}${bytes.toFixed(1).padStart(6)}`);
  if (warm && hold && warm.length + hold.length + (block?.length ?? 0) < 0) console.log("kept");
}
