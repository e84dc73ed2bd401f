import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { NotebookError, NotebookErrors } from "../../compile/error.ts";

/** What a chapter's native programs are declared in, beside them. */
export const RUNS_FILE = "runs.yaml";

/** One command of an output. */
export interface Step {
  /** as the shell gets it, in a folder that holds the sources */
  run: string;
  /** how the output shows it, where that is shorter */
  as?: string;
  /** keeps to one core */
  pinned?: boolean;
  /** what it says when it fails is an output too */
  mayFail?: boolean;
}

/** One file of raw output, `<name>.txt`. */
export interface DeclaredOutput {
  name: string;
  steps: Step[];
}

export interface DeclaredNative {
  /** "branches" */
  chapter: string;
  /** "notebooks/branches/native" */
  folder: string;
  outputs: DeclaredOutput[];
}

const example = "Write name: followed by a list of commands, as in notebooks/branches/native/runs.yaml";

/**
 * The native programs of every chapter.
 * @param root the project's folder
 * @throws NotebookErrors with every mistake of the declarations
 */
export function declaredNative(root: string): DeclaredNative[] {
  const files = globSync(`notebooks/*/native/${RUNS_FILE}`, { cwd: root }).sort();
  const errors: NotebookError[] = [];
  const found = files.map((path) => {
    const file = path.replaceAll("\\", "/");
    const chapter = file.split("/")[1];
    const outputs = readRuns(file, readFileSync(join(root, file), "utf8"), errors);
    return { chapter, folder: `notebooks/${chapter}/native`, outputs };
  });
  if (errors.length > 0) throw new NotebookErrors(errors);
  return found;
}

function readRuns(file: string, text: string, errors: NotebookError[]): DeclaredOutput[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refuse = (offset: number, what: string, fix = example) => {
    const { line, col } = lines.linePos(offset);
    errors.push(new NotebookError(file, { line, column: col }, what, fix));
  };
  for (const { pos, message } of document.errors) refuse(pos[0], message.split(/ at line |\n/)[0]);
  const { contents } = document;
  if (!isMap(contents)) {
    refuse(0, "there is no output");
    return [];
  }
  return (contents as YAMLMap<Node, Node | null>).items.map(({ key, value }) => {
    const name = String(isScalar(key) ? key.value : "");
    if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
      refuse(at(key), `“${name}” is no name of a file`, "Use small letters, digits and hyphens");
    if (!isSeq(value) || value.items.length === 0) {
      refuse(at(value ?? key), `“${name}” has no list of commands`);
      return { name, steps: [] };
    }
    return { name, steps: (value.items as Node[]).map((item) => readStep(item, refuse)) };
  });
}

const flags = ["pinned", "mayFail"] as const;

function readStep(item: Node, refuse: (offset: number, what: string) => void): Step {
  if (isScalar(item) && typeof item.value === "string") return { run: item.value };
  const step: Record<string, unknown> = isMap(item) ? item.toJSON() : {};
  const strange = Object.keys(step).find((name) => !["run", "as", ...flags].includes(name));
  if (strange) refuse(at(item), `a command has no “${strange}” (it has run, as, pinned, mayFail)`);
  else if (typeof step.run !== "string" || !["string", "undefined"].includes(typeof step.as))
    refuse(at(item), "this is no command");
  else if (flags.some((name) => !["boolean", "undefined"].includes(typeof step[name])))
    refuse(at(item), "pinned and mayFail are true or false");
  return step as unknown as Step;
}

function at(node: Node): number {
  return node.range?.[0] ?? 0;
}
