import { isEdited } from "../../bench/edited.ts";
import { readSpec } from "../../bench/spec.ts";
import type { Inputs, Result, Spec } from "../../bench/types.ts";
import { allResults, type Finding } from "./plausible/finding.ts";
import { callTimes, round, SHORTEST_NS } from "./plausible/shortest.ts";
import type { NotebookRecord } from "./record.ts";

/** An experiment as its notebook declares it now. */
export interface Declared {
  name: string;
  hash: string;
  spec: Spec;
  /** text of the functions and data that it uses, and of its own imports */
  helpers: string;
  /** what its notebook's inputs are set to at first, those on which it depends */
  inputs: Inputs;
}

/** Where a record does not belong to its notebook as it is now; stale results are told by themselves. */
export function misfits(record: NotebookRecord, id: string, declared: readonly Declared[]): Finding[] {
  if (record.notebook !== id)
    return [
      {
        field: "notebook",
        what: `is “${record.notebook}”, the folder is of ${id}`,
        fix: `Move it to notebooks/${record.notebook}.recorded`,
      },
    ];
  const edited = editedCells(record);
  if (edited.length > 0) return edited;
  const named = (name: string) => declared.find((experiment) => experiment.name === name);
  const names = [...Object.keys(record.results), ...Object.keys({ ...record.earlier, ...record.inputs })];
  const strange = names.find((name) => !named(name));
  if (strange !== undefined)
    return [{ field: `results.${strange}`, what: "is no experiment of this notebook" }];
  return [
    ...unknownMachine(record),
    ...otherInputs(record, declared),
    ...allResults(record).flatMap(([path, result]) => {
      const experiment = named(path.split(/[.[]/)[1]);
      if (!experiment || experiment.hash !== result.bench.hash) return [];
      return ofResult(result, experiment)
        .slice(0, 1)
        .map(({ field, what }) => ({ field: `${path}.${field}`, what }));
    }),
  ];
}

/** Measured with inputs that the page does not start with. */
function otherInputs({ inputs = {}, results }: NotebookRecord, declared: readonly Declared[]): Finding[] {
  return declared.flatMap(({ name, hash, inputs: first }) => {
    const had = inputs[name];
    if (had === undefined || results[name]?.bench.hash !== hash || asText(had) === asText(first)) return [];
    const what = `is ${brief(had)}, the page starts with ${brief(first)}`;
    return [
      {
        field: `inputs.${name}`,
        what,
        fix: "Press Reset, Run and Download on that machine, and add that file",
      },
    ];
  });
}

/** Results of code that its reader had changed say nothing of the notebook. */
function editedCells({ results, edits = {} }: NotebookRecord): Finding[] {
  const name = Object.keys(results).find((result) => isEdited(results[result]) || edits[result]);
  if (name === undefined) return [];
  const cells = Object.keys(edits[name] ?? {}).join(", ") || "unknown";
  return [
    {
      field: `edits.${name}`,
      what: `was measured on code that its reader had changed (cells ${cells}), and a record is of the notebook as it is`,
      fix: "Press Reset, Run and Download on that machine, and add that file",
    },
  ];
}

/** Characters of a line about the machine. */
const LONGEST_LINE = 200;

/** Addresses of files name users. */
const PATH = /(^|[\s(])(~|\/(home|Users|root)|[A-Za-z]:\\)[/\\\w]/;

function unknownMachine({ machine }: NotebookRecord): Finding[] {
  if (machine === null || machine.cpu.trim() === "" || machine.os.trim() === "")
    return [
      { field: "machine", what: "does not say what it was measured on", fix: "Fill in its cpu, os and note" },
    ];
  return (["cpu", "os", "note"] as const).flatMap((field) => {
    if (machine[field].length > LONGEST_LINE)
      return [
        { field: `machine.${field}`, what: `has more than ${LONGEST_LINE} characters`, fix: "Shorten it" },
      ];
    return PATH.test(machine[field])
      ? [{ field: `machine.${field}`, what: "holds the path of a file", fix: "Take it out" }]
      : [];
  });
}

/** Measured with the inputs that the page starts with, on the code that it shows. */
function ofResult(result: Result, { name, spec, helpers }: Declared): Finding[] {
  const full = readSpec({ ...spec, id: name });
  const { bench, harness, sweep, latencies } = result;
  const pairs: [field: string, said: unknown, declared: unknown][] = [
    ["bench.id", bench.id, name],
    ["bench.params", bench.params, full.params],
    ["bench.per", bench.per, full.per],
    ["bench.sources", bench.sources, full.sources],
    ["harness.sameWithin", harness.sameWithin, full.sameWithin],
    ["sweep", sweep && { ...sweep, points: undefined }, full.sweep],
    ["latencies.load", latencies?.load, full.latencies?.load],
  ];
  const different = pairs.filter(([, said, declared]) => asText(said) !== asText(declared));
  const wrongBaseline = result.comparisons.findIndex(
    ({ baseline }) => baseline !== full.names[full.baseline],
  );
  return [
    ...different.map(([field, said, declared]) => ({
      field,
      what: `is ${brief(said)}, the notebook has ${brief(declared)}`,
    })),
    ...(wrongBaseline < 0
      ? []
      : [
          {
            field: `comparisons[${wrongBaseline}].baseline`,
            what: `is not “${full.names[full.baseline]}”`,
          },
        ]),
    ...tooFastPerElement(result, helpers),
  ];
}

/** Code that may handle several elements at a time: vector instructions, and what engines do with them. */
const bulk =
  /\bfrom\s*["']\.\/|\bWebAssembly\b|\bDataView\b|\bTextEncoder\b|\bTextDecoder\b|\.(copyWithin|fill|set|slice|indexOf|lastIndexOf|includes|join|reverse|at|concat|replaceAll|split|startsWith|test|exec|match)\(/;

/** A loop of JavaScript takes a cycle for an element at least, since no engine makes vector code of it. */
function tooFastPerElement(result: Result, helpers: string): Finding[] {
  const { per, sources } = result.bench;
  const kernels = Object.values(sources).map((source) => source.replace(/^setup: [\s\S]*?\nrun: /, ""));
  if (per === null || bulk.test(`${kernels.join("\n")}\n${helpers}`)) return [];
  const first = callTimes(result).find(({ ns }) => ns / per.count < SHORTEST_NS);
  if (!first) return [];
  const ns = round(first.ns / per.count);
  return [
    {
      field: first.field,
      what: `${ns} ns for one ${per.what} is less than a cycle at 10 GHz, and the code is a plain loop`,
    },
  ];
}

/** Equal values have equal text, whatever the order of their fields. */
function asText(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function brief(value: unknown): string {
  const text = asText(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
