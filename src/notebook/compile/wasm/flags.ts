import { NotebookError, NotebookErrors } from "../error.ts";
import { positionAt } from "./position.ts";

/**
 * How AssemblyScript is called unless a kernel says otherwise: optimised for speed and not for size, without a garbage
 * collector, which would run inside what is measured, and with SIMD and atomic instructions allowed.
 */
const defaults: string[][] = [["-O3"], ["--runtime", "stub"], ["--enable", "simd,threads"]];

/** What a kernel may say in its first lines, and the values that go with it. */
const allowed: Record<string, RegExp | null> = {
  "--importMemory": null,
  "--sharedMemory": null,
  "--initialMemory": /^\d+$/,
  "--maximumMemory": /^\d+$/,
  "--runtime": /^(stub|minimal|incremental)$/,
  "--noAssert": null,
  "--converge": null,
};
const optimisation = /^-O[0-3]?[sz]?$/;
const example = "// asc: --importMemory --sharedMemory --initialMemory 1 --maximumMemory 16";

/**
 * The compiler's options: the defaults, and those of a comment `// asc: …` before the first line of code.
 * @throws NotebookErrors
 */
export function readFlags(file: string, source: string): string[] {
  const comment = /^(?:[ \t]*(?:\/\/.*)?\r?\n)*?[ \t]*\/\/ asc:(.*)/.exec(source);
  if (!comment) return defaults.flat();
  const start = comment[0].length - comment[1].length;
  const refuse = (offset: number, what: string, fix: string): never => {
    throw new NotebookErrors([new NotebookError(file, positionAt(source, start + offset), what, fix)]);
  };
  const words = [...comment[1].matchAll(/\S+/g)];
  const own: string[][] = [];
  while (words.length > 0) {
    const [{ 0: flag, index }] = words.splice(0, 1);
    if (!optimisation.test(flag) && !(flag in allowed))
      refuse(
        index,
        `a kernel cannot set the option ${flag}`,
        `It can set -O0 to -O3, -Os, -Oz, ${Object.keys(allowed).join(", ")}`,
      );
    const values = allowed[flag];
    const value = values ? words.shift()?.[0] : undefined;
    if (values && !values.test(value ?? ""))
      refuse(index, `${flag} needs a value${value ? `, and not ${value}` : ""}`, `Write it as in ${example}`);
    own.push(value === undefined ? [flag] : [flag, value]);
  }
  const given = new Set(own.map(([flag]) => flag));
  const needed = ["--importMemory", "--maximumMemory"].filter((flag) => !given.has(flag));
  if (given.has("--sharedMemory") && needed.length > 0)
    refuse(
      comment[1].indexOf("--sharedMemory"),
      `shared memory also needs ${needed.join(" and ")}`,
      `Write it as in ${example}`,
    );
  const kept = defaults.filter(([flag]) =>
    optimisation.test(flag) ? !own.some(([other]) => optimisation.test(other)) : !given.has(flag),
  );
  return [...kept, ...own].flat();
}
