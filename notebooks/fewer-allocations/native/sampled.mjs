// Who allocates? V8's sampling heap profiler, with the objects that are dead already: node sampled.mjs
import { Session } from "node:inspector/promises";
import { makeLog, withObjects, withStrings } from "./parsers.mjs";

const log = makeLog(1000);
const session = new Session();
session.connect();

async function profile(dead) {
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: 16384,
    includeObjectsCollectedByMajorGC: dead,
    includeObjectsCollectedByMinorGC: dead,
  });
  for (let pass = 0; pass < 300; ++pass) {
    withStrings(log);
    withObjects(log);
  }
  const { profile } = await session.post("HeapProfiler.stopSampling");
  const bytes = { withStrings: 0, withObjects: 0 };
  const add = ({ callFrame, children, selfSize }, owner) => {
    const name = callFrame.functionName in bytes ? callFrame.functionName : owner;
    if (name) bytes[name] += selfSize;
    for (const child of children) add(child, name);
  };
  add(profile.head, null);
  return bytes;
}

for (const dead of [false, true]) {
  const bytes = await profile(dead);
  const lines = Object.entries(bytes).map(([name, n]) => `${name} ${(n / 2 ** 20).toFixed(1)} MiB`);
  console.log(`${dead ? "all that was allocated" : "what is still alive   "}  ${lines.join("  ")}`);
}
