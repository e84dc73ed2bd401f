import { browserLabel } from "../../bench/browser/label.ts";
import type { Card } from "../../bench/machine/card.ts";
import type { Inputs, Recorded, Result } from "../../bench/types.ts";
import type { EditTexts } from "../edit/edits.ts";

/** The machine as its owner describes it; a browser cannot tell this much. */
export interface Machine {
  /** "AMD EPYC (Zen 4), 2 virtual CPUs" */
  cpu: string;
  os: string;
  /** anything that bears on the times: virtual machine, power mode, load */
  note: string;
}

/** One file of `<name>.recorded/`, and what Download gives the reader. */
export interface NotebookRecord {
  schema: "hot-path/record.v1";
  notebook: string;
  recordedAt: string;
  /** null in a reader's download until its owner fills it in */
  machine: Machine | null;
  /** experiment name to its result */
  results: Record<string, Result>;
  /** experiment name to the runs that its result was to improve upon by more blocks, oldest first */
  earlier?: Record<string, Result[]>;
  /** the machine as its browser lets it be seen, if its owner has measured it on the page /machine/ */
  card?: Card;
  /** experiment name to the inputs of the notebook that it depends on, as they were set when it was measured */
  inputs?: Record<string, Inputs>;
  /** experiment name to the cells that its reader had changed when it was measured, as texts by cell id */
  edits?: Record<string, EditTexts>;
}

/** The results of one experiment in all records of its notebook, each with the words that tell its machine from others. */
export function recordedOf(records: readonly NotebookRecord[], name: string): Recorded[] {
  return records.flatMap((record) => {
    const result = record.results[name];
    if (result === undefined) return [];
    return [{ ...result, machine: machineLabel(record, records), inputs: record.inputs?.[name] }];
  });
}

/** The fewest words that tell a record from others of the same browser: processor, then system, then day. */
function machineLabel(record: NotebookRecord, records: readonly NotebookRecord[]): string {
  const rivals = records.filter((other) => other !== record && browserOf(other) === browserOf(record));
  const found = labels.find((label) => rivals.every((rival) => label(rival) !== label(record)));
  return (found ?? labels[labels.length - 1])(record);
}

const cpuOf = ({ machine }: NotebookRecord) => (machine ? shortProcessor(machine.cpu) : "a reader’s machine");
const labels: ((record: NotebookRecord) => string)[] = [
  cpuOf,
  (record) => `${cpuOf(record)}, ${record.machine?.os ?? "unknown system"}`,
  (record) => `${cpuOf(record)}, ${record.recordedAt.slice(0, 10)}`,
];

function browserOf({ results }: NotebookRecord): string {
  return browserLabel(Object.values(results)[0].environment);
}

/** Characters of a processor's name in a figure. */
const LONGEST_NAME = 28;

/** A processor without what law and shelf add to its name: "Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz" is "Intel Core i7-8650U". */
export function shortProcessor(cpu: string): string {
  const plain = cpu
    .replace(/\((R|TM|C)\)/gi, " ")
    .replace(/@.*$| with .* Graphics$|\bCPU\b|\bProcessor\b|\b\d+-Core\b/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME - 1)}…` : plain;
}
