import type { MemoryLimits } from "../../wasm/data.ts";
import type { ModuleInterface, Signature, ValueType } from "./interface.ts";
import { wholeWord } from "./position.ts";

/** What JavaScript passes and gets. */
const scriptTypes: Record<ValueType, string> = {
  i32: "number",
  i64: "bigint",
  f32: "number",
  f64: "number",
  v128: "never",
  funcref: "Function | null",
  externref: "unknown",
};

/**
 * Types of what cells can import from a kernel, as TypeScript declarations. A pointer is a number: an offset in bytes
 * into the memory.
 */
export function declare(
  file: string,
  source: string,
  { exports }: ModuleInterface,
  memory: MemoryLimits | null,
): string {
  const members = exports.map(({ name, kind, signature }) =>
    kind === "function" && signature
      ? { keyword: "function", member: `${name}${call(source, name, signature)}` }
      : { keyword: "const", member: `${name}: ${scriptKind(kind)}` },
  );
  if (memory && !exports.some(({ kind }) => kind === "memory"))
    members.push({ keyword: "const", member: "memory: WebAssembly.Memory" });
  const given = memory ? "memory?: WebAssembly.Memory" : "";
  return [
    `/** Exports of ${file}, from its binary. */`,
    ...members.map(({ keyword, member }) => `export declare ${keyword} ${member};`),
    `/** Another instance${memory ? ", on a memory that workers share if one is given" : ""}. */`,
    `export declare function instantiate(${given}): {`,
    ...members.map(({ member }) => `  ${member};`),
    "};",
    "",
  ].join("\n");
}

function scriptKind(kind: string): string {
  return `WebAssembly.${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function call(source: string, name: string, { parameters, results }: Signature): string {
  const names = parameterNames(source, name, parameters.length);
  const typed = parameters.map((type, i) => `${names[i]}: ${scriptTypes[type]}`);
  const types = results.map((type) => scriptTypes[type]);
  const result = types.length > 1 ? `[${types.join(", ")}]` : (types[0] ?? "void");
  return `(${typed.join(", ")}): ${result}`;
}

/** The names that the writer gave, from `function sum(pointer: usize, …)` or `(param $pointer i32)`; else p0, p1. */
function parameterNames(source: string, name: string, count: number): string[] {
  const numbered = Array.from({ length: count }, (_, i) => `p${i}`);
  const assembly = new RegExp(`\\(export "${name}"\\)((?:\\s*\\(param[^)]*\\))*)`).exec(source);
  const script = new RegExp(`function ${wholeWord(name).source}\\s*\\(([^)]*)\\)`).exec(source);
  const found = assembly
    ? [...assembly[1].matchAll(/\$(\w+)/g)].map((match) => match[1])
    : (script?.[1].split(",") ?? []).map((part) => /^\s*(\w+)/.exec(part)?.[1] ?? "");
  return found.length === count && new Set(found).size === count && found.every(isName) ? found : numbered;
}

function isName(text: string): boolean {
  return /^[a-z_]\w*$/i.test(text);
}
