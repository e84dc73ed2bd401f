import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseCode } from "acorn";
import { full } from "acorn-walk";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Folders of src/ that a folder may import from; its own is always allowed. */
const mayImport: Record<string, string[]> = {
  bench: [],
  simulate: [],
  charts: ["bench", "simulate"],
  study: ["bench", "simulate"],
  notebook: ["bench", "simulate", "charts"],
  site: ["notebook", "study", "charts", "bench", "simulate"],
  checks: ["site", "notebook", "study", "charts", "bench", "simulate"],
};

/** Folders that import nothing at all from outside: they travel into workers and other hosts as they are. */
const alone = ["bench", "simulate"];

/** A type-only import, which stripping the types removes. */
const TYPE_IMPORT = /^(?:import|export) type [^;"']*\bfrom ["']([^"']+)["']/gm;

const imports = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith(".d.ts"))
  .flatMap((file) => importsOf(file).map((target) => ({ file, folder: folderOf(file), target })));

test("the rule sees the imports of every folder", () => {
  expect(imports.length).toBeGreaterThan(50);
  for (const { folder } of imports)
    expect(Object.keys(mayImport).concat("content.config.ts")).toContain(folder);
});

test("imports go one way: site, then notebook, study and charts, then bench and simulate", () => {
  const wrong = imports.filter(({ file, folder, target }) => {
    const to = target.startsWith("#")
      ? target.slice(1)
      : target.startsWith(".")
        ? folderOf(join(dirname(file), target))
        : "";
    return to in mayImport && to !== folder && folder in mayImport && !mayImport[folder].includes(to);
  });
  expect(wrong).toEqual([]);
});

test("bench and simulate import nothing outside themselves", () => {
  const wrong = imports.filter(({ file, folder, target }) => {
    const inside = target.startsWith(".") && folderOf(join(dirname(file), target)) === folder;
    return alone.includes(folder) && !inside;
  });
  expect(wrong).toEqual([]);
});

test("no file reaches out of src/ except to the fonts of its own folder", () => {
  const wrong = imports.filter(
    ({ file, target }) => target.startsWith(".") && join(dirname(file), target).startsWith(".."),
  );
  expect(wrong).toEqual([]);
});

function folderOf(path: string): string {
  return normalize(path).split("/")[0];
}

/** Every specifier of `import`, `export … from` and `import()`, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  return scriptsOf(file, text).flatMap((code) => {
    const found = [...code.matchAll(TYPE_IMPORT)].map(([, specifier]) => specifier);
    const options = {
      ecmaVersion: "latest",
      sourceType: "module",
      allowReturnOutsideFunction: true,
    } as const;
    full(parseCode(stripTypeScriptTypes(code), options), (node) => {
      const { source } = node as unknown as { source?: { value?: unknown } };
      if (typeof source?.value === "string") found.push(source.value);
    });
    return found;
  });
}

/** The code of a file: all of a .ts file; front matter and client scripts of an .astro file. */
function scriptsOf(file: string, text: string): string[] {
  if (file.endsWith(".ts")) return [text];
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [frontMatter, ...scripts];
}
