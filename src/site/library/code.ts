import { join } from "node:path";
import { type InputOptions, rolldown } from "rolldown";

/**
 * The harness as one ES module for other pages, the script of its workers inside as a string. Not minified: a minifier
 * rewrites code, and what is measured must be what can be read.
 */
export async function libraryCode(root: string): Promise<string> {
  const bench = join(root, "src/bench");
  const worker = await bundle({ input: join(bench, "worker/worker.ts") }, "iife");
  const define = { HOT_PATH_WORKER: JSON.stringify(worker) };
  return bundle({ input: join(bench, "foreign/index.ts"), transform: { define } }, "esm");
}

/** What saved notebooks import elsewhere, as one ES module, Observable Plot included. Nothing of it is measured. */
export function notebookCode(root: string): Promise<string> {
  return bundle({ input: join(root, "src/notebook/share/elsewhere.ts") }, "esm", true);
}

async function bundle(input: InputOptions, format: "iife" | "esm", minify = false): Promise<string> {
  const build = await rolldown({ ...input, logLevel: "silent" });
  try {
    const { output } = await build.generate({ format, name: "hotPathWorker", minify });
    if (output.length > 1) throw new Error(`${input.input} must give one file, not ${output.length}`);
    return output[0].code;
  } finally {
    await build.close();
  }
}
