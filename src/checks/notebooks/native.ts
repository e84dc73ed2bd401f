import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { type DeclaredNative, declaredNative, RUNS_FILE } from "../../notebook/record/native/declared.ts";
import { hashOf, parseOutput } from "../../notebook/record/native/output.ts";
import type { Check } from "../check.ts";

/** Native programs are declared, and the raw output of each is that of its sources and commands as they are now. */
export const native: Check = {
  name: "native programs",
  run: async (root) => {
    try {
      const declared = declaredNative(root);
      return [...undeclared(root, declared), ...declared.flatMap((programs) => staleOutputs(root, programs))];
    } catch (error) {
      if (error instanceof NotebookErrors) return error.errors.map(({ message }) => message);
      throw error;
    }
  },
};

/** Programs or raw output that no declaration tells of. */
function undeclared(root: string, declared: DeclaredNative[]): string[] {
  const known = new Set(
    declared.flatMap(({ folder, outputs }) => outputs.map(({ name }) => `${folder}/${name}.txt`)),
  );
  const folders = new Set(declared.map(({ folder }) => folder));
  return globSync("notebooks/*/native/*.{c,txt}", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => {
      const folder = file.slice(0, file.lastIndexOf("/"));
      if (!folders.has(folder)) return [`${file}:1:1: nothing runs it. Write ${folder}/${RUNS_FILE}.`];
      if (!file.endsWith(".txt") || known.has(file)) return [];
      return [`${file}:1:1: no entry of ${folder}/${RUNS_FILE} makes it. Add the entry, or remove the file.`];
    });
}

function staleOutputs(root: string, { chapter, folder, outputs }: DeclaredNative): string[] {
  const command = `npm run record -- --native ${chapter}`;
  return outputs.flatMap((output) => {
    const file = `${folder}/${output.name}.txt`;
    if (!existsSync(join(root, file))) return [`${file}:1:1: is missing. Record it: ${command}.`];
    try {
      const { hash } = parseOutput(readFileSync(join(root, file), "utf8"));
      if (hash === hashOf(root, folder, output)) return [];
      return [
        `${file}:1:1: is stale: its sources or commands have changed since. Record it again: ${command}.`,
      ];
    } catch (error) {
      return [`${file}:1:1: is no raw output: ${(error as Error).message}. Record it again: ${command}.`];
    }
  });
}
