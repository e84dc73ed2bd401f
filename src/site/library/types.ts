import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gather, importedPath } from "./declarations.ts";

/** The types of the module for other pages as one file, from the declarations that the compiler makes of its sources. */
export async function libraryTypes(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hot-path-types-"));
  try {
    await emitDeclarations(root, folder);
    return gather(await readAll(join(folder, "foreign/index.d.ts")));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function emitDeclarations(root: string, outDir: string): Promise<void> {
  const project = join(outDir, "tsconfig.json");
  const compilerOptions = {
    ...{ noEmit: false, noCheck: true, declaration: true, emitDeclarationOnly: true },
    ...{ rootDir: join(root, "src/bench"), outDir, types: [] },
  };
  const files = [join(root, "src/bench/foreign/index.ts")];
  const config = { extends: join(root, "tsconfig.json"), compilerOptions, files, include: [] };
  await writeFile(project, JSON.stringify(config));
  await promisify(execFile)(join(root, "node_modules/.bin/tsc"), ["--project", project]);
}

/** Text of an entry and of all files of declarations that it leads to, by their paths. */
async function readAll(entry: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const pending = [entry];
  for (const path of pending) {
    if (found.has(path)) continue;
    const text = await readFile(path, "utf8");
    found.set(path, text);
    for (const [, specifier] of text.matchAll(/from "(\.[^"]+\.ts)"/g))
      pending.push(importedPath(path, specifier));
  }
  return found;
}
