import { NotebookError, NotebookErrors } from "../error.ts";
import { compileAssemblyScript } from "./assemblyscript.ts";
import { declare } from "./declare.ts";
import { type Kind, type ModuleInterface, readInterface } from "./interface.ts";
import type { Kernel } from "./kernel.ts";
import { positionOfMatch, wholeWord } from "./position.ts";
import { assemble, disassemble, featuresOf } from "./wat.ts";

const cache = new Map<string, Promise<Kernel>>();

/**
 * Compiles a kernel; the same text is compiled once in a process.
 * @param file path from the project's root
 * @throws NotebookErrors with places in the kernel's own file
 */
export function compileKernel(file: string, source: string): Promise<Kernel> {
  const key = JSON.stringify([file, source]);
  const kernel = cache.get(key) ?? build(file, source);
  cache.set(key, kernel);
  return kernel;
}

async function build(file: string, source: string): Promise<Kernel> {
  const compile = file.endsWith(".wat") ? assemble : compileAssemblyScript;
  const { wasm, ...built } = await compile(file, source);
  const module = readInterface(wasm);
  const problems = problemsOf(file, source, module);
  if (problems.length > 0) throw new NotebookErrors(problems);
  const memory = module.imports.find(({ kind }) => kind === "memory")?.memory ?? null;
  const kinds: [string, Kind][] = module.exports.map(({ name, kind }) => [name, kind]);
  return {
    ...built,
    specifier: `./${file.split("/").at(-1)}`,
    file,
    source,
    size: wasm.length,
    binary: Buffer.from(wasm).toString("base64"),
    exports: Object.fromEntries(memory ? [["memory", "memory"], ...kinds] : kinds),
    memory,
    features: await featuresOf(wasm),
    disassembly: await disassemble(wasm),
    declarations: declare(file, source, module, memory),
  };
}

/** What a writer wrote where a module asks for something by another name. */
const written: Record<string, string> = { seed: "random" };

/** A kernel gets a memory and nothing else, and what it offers must be of use to JavaScript. */
function problemsOf(file: string, source: string, module: ModuleInterface): NotebookError[] {
  const problem = (word: string, what: string, fix: string) =>
    new NotebookError(file, positionOfMatch(source, wholeWord(word)), what, fix);
  const problems: NotebookError[] = [];
  for (const { module: from, name, kind } of module.imports) {
    if (from === "env" && (kind === "memory" ? name === "memory" : name === "abort")) continue;
    problems.push(
      problem(
        written[name] ?? name.split(".").at(-1) ?? name,
        `the kernel needs ${from}.${name} from outside, and gets nothing but env.memory`,
        "Let it compute from its arguments and its memory, and pass what it needs from the cell",
      ),
    );
  }
  for (const { name, signature } of module.exports) {
    if (name === "instantiate")
      problems.push(problem(name, "“instantiate” is what makes instances of a kernel", "Rename this export"));
    else if (!/^[a-z_$][\w$]*$/i.test(name))
      problems.push(problem(name, `“${name}” is no name that a cell can import`, "Rename this export"));
    if (signature && [...signature.parameters, ...signature.results].includes("v128"))
      problems.push(
        problem(
          name,
          `JavaScript cannot call “${name}”: a value of 128 bits (v128) cannot be passed`,
          "Pass a pointer into the memory, or one number for each lane",
        ),
      );
  }
  if (!module.exports.some(({ kind }) => kind === "function"))
    problems.push(
      new NotebookError(
        file,
        { line: 1, column: 1 },
        "the kernel exports no function",
        file.endsWith(".wat")
          ? 'Export one, as in (func (export "sum") …)'
          : "Export one, as in export function sum(…): f64 { … }",
      ),
    );
  return problems;
}
