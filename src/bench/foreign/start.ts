import { WorkerError } from "../errors.ts";

/** Makes an address from which a worker can load a script. */
type Address = (script: string) => string;

const blob: Address = (script) => URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
const data: Address = (script) => `data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`;

/** ms in which a worker says hello on a busy phone. */
const HELLO_MS = 5000;

let found: Promise<Address> | undefined;

/**
 * How workers start on this page, found once: from a blob, or from a `data:` address (WebKit in a sandboxed frame refuses
 * blobs). Rejects with a WorkerError that says what to change if neither does.
 */
export function findAddress(): Promise<Address> {
  found ??= tryAll().catch((error) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function tryAll(): Promise<Address> {
  if (typeof Worker === "undefined")
    throw new WorkerError("There are no workers here: call bench in a page of a browser.", "");
  for (const address of [blob, data]) if (await saysHello(address)) return address;
  throw new WorkerError(
    "This page lets no worker start from a blob or data address, so nothing can be measured. " +
      "If it has a Content-Security-Policy, add: worker-src blob:",
    "",
  );
}

function saysHello(address: Address): Promise<boolean> {
  const url = address("postMessage(0)");
  return new Promise<boolean>((resolve) => {
    // a policy makes the constructor throw in some browsers and the worker fail in others
    const worker = new Worker(url);
    const timer = setTimeout(() => end(false), HELLO_MS);
    const end = (started: boolean) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(started);
    };
    worker.onmessage = () => end(true);
    worker.onerror = (event) => {
      event.preventDefault();
      end(false);
    };
  })
    .catch(() => false)
    .finally(() => URL.revokeObjectURL(url));
}
