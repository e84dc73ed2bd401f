import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { AscReply, AscRequest } from "./asc-thread.ts";

const script = fileURLToPath(new URL("./asc-thread.ts", import.meta.url));

/** The thread with the compiler, kept for the next kernel: to load it takes longer than to compile. */
let thread: Worker | undefined;
/** The compiler has one program at a time. */
let turn: Promise<unknown> = Promise.resolve();

/** Compiles a file with AssemblyScript; null if the compiler crashed. */
export function runAsc(request: AscRequest): Promise<AscReply | null> {
  const reply = turn.then(() => compile(request));
  turn = reply;
  return reply;
}

function compile(request: AscRequest): Promise<AscReply | null> {
  thread ??= start();
  const worker = thread;
  // idle, it keeps no process alive
  worker.ref();
  return new Promise((resolve) => {
    const end = (reply: AscReply | null) => {
      worker.off("message", end).off("exit", crash).off("error", crash);
      worker.unref();
      resolve(reply);
    };
    const crash = () => {
      thread = undefined;
      end(null);
    };
    worker.on("message", end).on("exit", crash).on("error", crash);
    worker.postMessage(request);
  });
}

/** Its output is kept from the terminal: a crash of the compiler prints a stack trace. */
function start(): Worker {
  const worker = new Worker(script, { stdout: true, stderr: true });
  worker.unref();
  return worker;
}
