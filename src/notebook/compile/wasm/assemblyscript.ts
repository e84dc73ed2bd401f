import { lowerFirst } from "../analyse/cell-error.ts";
import { NotebookError, NotebookErrors } from "../error.ts";
import { runAsc } from "./asc.ts";
import type { AscDiagnostic } from "./asc-thread.ts";
import { readFlags } from "./flags.ts";
import type { Built } from "./kernel.ts";
import { positionAt } from "./position.ts";

/** Category of diagnostics that stop the compiler. */
const isError = ({ category }: AscDiagnostic) => category === 3;

/** What to do about the mistakes that writers of TypeScript make, by the compiler's own number. */
const fixes: [number[], string][] = [
  [[200, 201], "Write the conversion out, as in <i32>x; types of numbers do not mix by themselves here"],
  [[2322, 2345, 2365], "Make the types agree, or write a conversion, as in <i32>x"],
  [
    [2304, 2552],
    "Declare it; a kernel sees AssemblyScript's own names (load, store, Math, f32x4, …) and no page",
  ],
  [[2339, 2551], "Use what the type offers: https://www.assemblyscript.org/stdlib/globals.html"],
  [[6054], "A kernel is one file: put what it needs into it"],
];

/**
 * Compiles the text of an `*.as.ts` file.
 * @throws NotebookErrors with every mistake that the compiler finds
 */
export async function compileAssemblyScript(file: string, source: string): Promise<Built> {
  const flags = readFlags(file, source);
  const reply = await runAsc({ file, source, flags });
  const errors = reply?.diagnostics.filter(isError) ?? [];
  if (errors.length > 0)
    throw new NotebookErrors(distinct(errors.map((error) => toError(file, source, error))));
  if (!reply?.wasm) throw new NotebookErrors([crashed(file, reply?.failure)]);
  return {
    wasm: reply.wasm,
    compiler: `AssemblyScript ${reply.version}`,
    flags,
    command: `asc ${file} ${flags.join(" ")}`,
  };
}

/** A mistake that shows in the standard library is said at the place that called for it. */
function toError(file: string, source: string, diagnostic: AscDiagnostic): NotebookError {
  const { message, code, range, relatedRange } = diagnostic;
  const own = [range, relatedRange].find((part) => part?.source?.normalizedPath === file);
  const elsewhere = range?.source && !own ? ` (in ${range.source.normalizedPath})` : "";
  const fix = fixes.find(([codes]) => codes.includes(code))?.[1];
  return new NotebookError(
    file,
    positionAt(source, own?.start ?? 0),
    `${lowerFirst(message.replace(/\.$/, ""))}${elsewhere}`,
    fix ?? `Correct it at this place (AssemblyScript's error ${code})`,
  );
}

function distinct(errors: NotebookError[]): NotebookError[] {
  return [...new Map(errors.map((error) => [error.message, error])).values()];
}

function crashed(file: string, failure: string | null | undefined): NotebookError {
  return new NotebookError(
    file,
    { line: 1, column: 1 },
    `the AssemblyScript compiler failed without saying where${failure ? ` (${failure})` : ""}`,
    "Take parts of the kernel out until it compiles; the last one taken out is at fault",
  );
}
