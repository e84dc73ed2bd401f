import { stripTypeScriptTypes } from "node:module";
import { dirname, join, normalize } from "node:path";
import { type Program, parse as parseCode } from "acorn";
import { full } from "acorn-walk";
import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";
import { sayAt } from "../prose/page.ts";

/** Imports go one way: site, then notebook, study and charts, then bench and simulate, which import nothing. */
export const imports: Check = {
  name: "imports",
  run: async (root) =>
    filesOf(root, "src/**/*.{ts,astro}")
      .filter((file) => !file.endsWith(".d.ts"))
      .flatMap((file) => importProblems(file, textOf(root, file))),
};

/** Folders of src/ that a folder may import from; its own is always allowed. */
export const mayImport: Record<string, string[]> = {
  bench: [],
  simulate: [],
  charts: ["bench", "simulate"],
  study: ["bench", "simulate"],
  notebook: ["bench", "simulate", "charts"],
  site: ["notebook", "study", "charts", "bench", "simulate"],
  checks: ["site", "notebook", "study", "charts", "bench", "simulate"],
  scaffold: ["checks", "site", "notebook", "study", "charts", "bench", "simulate"],
};

/** Folders that import nothing at all from outside: they travel into workers and other hosts as they are. */
const alone = ["bench", "simulate"];

/** A type-only import, which stripping the types removes. */
const TYPE_IMPORT = /^(?:import|export) type [^;"']*\bfrom ["']([^"']+)["']/gm;

/** Imports of a file that go the wrong way, each at its place. */
export function importProblems(file: string, text: string): string[] {
  const own = folderOf(file);
  return importsOf(file, text).flatMap((target) => {
    const wrong = wrongImport(file, own, target);
    return wrong ? [sayAt({ file, text }, Math.max(0, text.search(quoted(target))), ...wrong)] : [];
  });
}

function wrongImport(file: string, own: string, target: string): [what: string, fix: string] | undefined {
  const path = target.startsWith(".") ? normalize(join(dirname(file), target)) : "";
  if (path && !path.startsWith("src/") && !/\.(woff2|css|json)$/.test(path))
    return [`“${target}” lies outside of src/`, "Move it there, or pass in what is needed of it"];
  const to = target.startsWith("#") ? target.slice(1) : path ? folderOf(path) : "";
  if (alone.includes(own) && to !== own)
    return [
      `src/${own} imports “${target}”`,
      "It imports nothing from outside, since it travels into workers: pass in what is needed",
    ];
  if (!(own in mayImport) || !(to in mayImport) || to === own || mayImport[own].includes(to))
    return undefined;
  return [
    `src/${own} imports from src/${to}`,
    `It may import from ${mayImport[own].join(", ")}; move what both need there, or pass it in`,
  ];
}

/** "bench" of "src/bench/clock.ts". */
export function folderOf(file: string): string {
  return normalize(file).split("/")[1] ?? "";
}

/** Every specifier of `import`, `export … from` and `import()`, types included; nothing of a file that cannot be read. */
export function importsOf(file: string, text: string): string[] {
  return scriptsOf(file, text).flatMap((code) => {
    const found = [...code.matchAll(TYPE_IMPORT)].map(([, specifier]) => specifier);
    // the parser is slow, and a file without the word imports nothing
    if (!/\b(import|export)\b[^\n;]*["']|\bfrom\s*["']/.test(code)) return found;
    const tree = parsed(code);
    if (tree)
      full(tree, (node) => {
        const { source } = node as unknown as { source?: { value?: unknown } };
        if (typeof source?.value === "string") found.push(source.value);
      });
    return found;
  });
}

/** The syntax tree; undefined for what is no TypeScript, which the check of types tells. */
function parsed(code: string): Program | undefined {
  try {
    return parseCode(stripTypeScriptTypes(code), {
      ecmaVersion: "latest",
      sourceType: "module",
      allowReturnOutsideFunction: true,
    });
  } catch {
    return undefined;
  }
}

/** The code of a file: all of a .ts file; front matter and client scripts of an .astro file. */
function scriptsOf(file: string, text: string): string[] {
  if (file.endsWith(".ts")) return [text];
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [frontMatter, ...scripts];
}

function quoted(target: string): RegExp {
  return new RegExp(`["']${target.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["']`);
}
