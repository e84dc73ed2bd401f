// What a weak reference, a weak map and a registry do to the life of an object.
import { setTimeout as sleep } from "node:timers/promises";

const size = 1_000_000;
const megabytes = () => {
  global.gc();
  return `${(process.memoryUsage().arrayBuffers / 1e6).toFixed(0)} MB`;
};
const registry = new FinalizationRegistry((what) => console.log(`  registry: ${what} is gone`));

function make(what) {
  const image = { what, pixels: new Uint8Array(size) };
  registry.register(image, what);
  return image;
}

const strong = new Map([["a", make("value of a Map")]]);
const weak = new Map([["b", new WeakRef(make("target of a WeakRef"))]]);
let key = { page: 1 };
const byKey = new WeakMap([[key, make("value of a WeakMap")]]);
const cyclic = new Map();
cyclic.set("d", make("value of a Map that is dropped"));

console.log(
  `made, in the same turn of the event loop: ${megabytes()}; the WeakRef still has its target: ${weak.get("b").deref() !== undefined}`,
);
await sleep(10);
console.log(`after a turn of the event loop: ${megabytes()}`);
await sleep(10);
console.log(
  `the WeakRef has its target: ${weak.get("b").deref() !== undefined}, and the Map still has its entry: ${weak.has("b")}`,
);
key = null;
console.log(`the key of the WeakMap dropped: ${megabytes()}`);
await sleep(10);
strong.clear();
console.log(`the Map cleared: ${megabytes()}`);
await sleep(10);
console.log(`still referred to: ${cyclic.size + (byKey ? 0 : 1)} object`);
