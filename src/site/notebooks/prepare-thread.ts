/** The thread of `prepareBeside`: prepares the notebooks of the project that it is given, and tells of each. */
import { parentPort, workerData } from "node:worker_threads";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { prepareNotebooks } from "./prepare.ts";
import type { Told } from "./prepare-beside.ts";

const tell = (told: Told) => parentPort?.postMessage(told);

try {
  await prepareNotebooks(workerData as string, (written) => tell({ written }));
  tell({ mistakes: [] });
} catch (error) {
  if (!(error instanceof NotebookErrors)) throw error;
  tell({ mistakes: error.errors.map(({ message }) => message) });
}
