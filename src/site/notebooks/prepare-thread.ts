/** The thread of `prepareBeside`: prepares the notebooks of the project that it is given, and tells their mistakes, a line each. */
import { parentPort, workerData } from "node:worker_threads";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { prepareNotebooks } from "./prepare.ts";

try {
  await prepareNotebooks(workerData as string);
  parentPort?.postMessage([]);
} catch (error) {
  if (!(error instanceof NotebookErrors)) throw error;
  parentPort?.postMessage(error.errors.map(({ message }) => message));
}
