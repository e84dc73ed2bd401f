/** The thread of `prepareBeside`: prepares the notebooks of the project that it is given, and tells of each. */
import { parentPort, workerData } from "node:worker_threads";
import { findNotebooks, missingNotebooks } from "../../notebook/compile/find.ts";
import { prepareEach } from "./prepare.ts";
import type { Told } from "./prepare-beside.ts";

const tell = (told: Told) => parentPort?.postMessage(told);
const lines = (errors: readonly Error[]) => errors.map(({ message }) => message);

const root = workerData as string;
const broken = await prepareEach(root, { written: (id) => tell({ written: id }) });
tell({
  ended: {
    broken: new Map([...broken].map(([id, errors]) => [id, lines(errors)])),
    missing: lines(missingNotebooks(root, [...findNotebooks(root).keys()])),
  },
});
