/** Runs checks for `in-thread.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { type Asked, answer } from "./answer.ts";

const { root } = workerData as { root: string };
// told once, by us, if it ever matters: the types of cells are stripped by Node itself
process.removeAllListeners("warning");
parentPort?.on("message", async (asked: Asked) => parentPort?.postMessage(await answer(root, asked)));
