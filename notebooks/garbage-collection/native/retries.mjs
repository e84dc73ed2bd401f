// A small service with a leak: every request subscribes to a bus, and only answered ones unsubscribe.
import { EventEmitter } from "node:events";
import { getHeapStatistics, writeHeapSnapshot } from "node:v8";

const [perRound = 1000, lines = 200] = process.argv.slice(2).map(Number);

class Request {
  constructor(id) {
    this.id = id;
    this.body = Array.from({ length: lines }, (_, i) => ({ id, line: i }));
  }
}

const bus = new EventEmitter().setMaxListeners(0);
const answered = new Map();

function handle(id) {
  const request = new Request(id);
  const onConfig = () => request.id;
  bus.on("config", onConfig);
  answered.set(id % 50, request.id);
  // one in ten times out, and forgets to take its listener away
  if (id % 10 !== 0) bus.off("config", onConfig);
}

let next = 0;
function serve(requests) {
  for (const end = next + requests; next < end; ++next) handle(next);
  global.gc();
  const { used_heap_size } = getHeapStatistics();
  console.log(
    `${next} requests: ${(used_heap_size / 2 ** 20).toFixed(1)} MiB after a collection, ${bus.listenerCount("config")} listeners`,
  );
}

serve(perRound);
writeHeapSnapshot("before.heapsnapshot");
serve(perRound);
serve(perRound);
writeHeapSnapshot("after.heapsnapshot");
