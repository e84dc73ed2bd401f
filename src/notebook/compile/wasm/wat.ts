import { createRequire } from "node:module";
import type { Feature } from "../../wasm/data.ts";
import { NotebookError, NotebookErrors } from "../error.ts";
import type { Built } from "./kernel.ts";

/** What a kernel may use beyond what all browsers of the book have. */
const features: Record<Feature, boolean> = { simd: true, threads: true };

/** What to do about a mistake, by the words of the assembler. */
const fixes: [RegExp, string][] = [
  [/^unexpected/, "Correct the syntax at this place"],
  [/^undefined/, "Declare it, or correct its name"],
  [/^type mismatch/, "Leave on the stack what the instruction, or the end of the function, expects"],
  [/not allowed/, "Use instructions of WebAssembly 2.0, SIMD or atomic ones"],
];

type Wabt = Awaited<ReturnType<typeof import("wabt")>>;
/** The typings leave out what `validate` takes. */
type Validate = { validate(features: Record<Feature, boolean>): void };

const { version } = createRequire(import.meta.url)("wabt/package.json") as { version: string };

let loading: Promise<Wabt> | undefined;

/** Loaded when the first kernel is met: most compilations have none. */
function load(): Promise<Wabt> {
  loading ??= import("wabt").then(({ default: wabt }) => wabt());
  return loading;
}

/**
 * Assembles the text of a `*.wat` file, as it is written.
 * @throws NotebookErrors with every mistake that the assembler finds
 */
export async function assemble(file: string, source: string): Promise<Built> {
  const wabt = await load();
  try {
    const module = wabt.parseWat(file, source, features);
    (module as Validate).validate(features);
    const wasm = module.toBinary({}).buffer;
    module.destroy();
    const flags = ["--enable-threads"];
    return { wasm, compiler: `WABT ${version}`, flags, command: `wat2wasm ${file} ${flags.join(" ")}` };
  } catch (error) {
    throw new NotebookErrors(readMessage(file, (error as Error).message));
  }
}

/** The instructions of a binary, one to a line in the order in which they run. */
export async function disassemble(wasm: Uint8Array): Promise<string> {
  const wabt = await load();
  const module = wabt.readWasm(wasm, { readDebugNames: true, ...features });
  module.generateNames();
  module.applyNames();
  const text = module.toText({ foldExprs: false, inlineExport: true });
  module.destroy();
  return text.trimEnd();
}

/** Features without which the binary is not valid. */
export async function featuresOf(wasm: Uint8Array): Promise<Feature[]> {
  const wabt = await load();
  return (Object.keys(features) as Feature[]).filter((feature) => {
    try {
      const without = { ...features, [feature]: false };
      const module = wabt.readWasm(wasm, { readDebugNames: false, ...without });
      (module as Validate).validate(without);
      module.destroy();
      return false;
    } catch {
      return true;
    }
  });
}

/** WABT says `file:line:column: error: what`, one mistake to a line, with the text around it below. */
function readMessage(file: string, message: string): NotebookError[] {
  const lines = [...message.matchAll(/:(\d+):(\d+): error: (.*)$/gm)];
  if (lines.length === 0) lines.push(["", "1", "1", message] as unknown as RegExpExecArray);
  return lines.map(([, line, column, what]) => {
    const fix = fixes.find(([pattern]) => pattern.test(what))?.[1];
    return new NotebookError(
      file,
      { line: Number(line), column: Number(column) },
      what.replace(/\.$/, ""),
      fix ??
        "Correct it at this place; the format is described at https://webassembly.github.io/spec/core/text/",
    );
  });
}
