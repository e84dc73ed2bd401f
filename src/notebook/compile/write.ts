import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { KernelData } from "../wasm/data.ts";
import type { BookNotebook } from "./book.ts";
import type { LineRange } from "./text.ts";
import { declarationsFile, kernelData } from "./wasm/kernel.ts";

/** Git-ignored folder of compiled notebooks, below the project's root. */
export const compiledFolder = ".notebooks";

/** What the page needs to know of a notebook to show it and to run it. */
export interface Notebook extends Omit<BookNotebook, "host" | "worker"> {
  /** names of the compiled files below `compiledFolder`, each with a hash of its text */
  host: string;
  worker: string | null;
  /** the compiled `Manifest` */
  manifest: string;
  hostLines: LineRange[];
  workerLines: LineRange[];
}

/** What the player loads on the first click, as JSON. Addresses are relative to the manifest's own folder. */
export interface Manifest
  extends Pick<
    Notebook,
    | "id"
    | "file"
    | "title"
    | "theme"
    | "version"
    | "hostLines"
    | "workerLines"
    | "experiments"
    | "recorded"
    | "workerLibraries"
  > {
  host: string;
  worker: string | null;
  kernels: KernelData[];
  cells: ManifestCell[];
}

/** A cell as far as it may come to be shown or edited. */
export type ManifestCell = Omit<Notebook["cells"][number], "kernels" | "onPage">;

/** Writes a compiled notebook to `.notebooks/<id>/`, in place of what was there. */
export function writeNotebook(root: string, notebook: BookNotebook): Notebook {
  const { id, file, title, theme, version, experiments, recorded, workerLibraries, cells, kernels } =
    notebook;
  const folder = join(root, compiledFolder, id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, extension: string, text: string) => {
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
    const path = `${id}/${name}.${hash}.${extension}`;
    writeFileSync(join(root, compiledFolder, path), text);
    return path;
  };
  for (const { specifier, declarations } of kernels)
    writeFileSync(join(folder, declarationsFile(specifier)), declarations);
  const host = write("host", "js", notebook.host.code);
  const worker = notebook.worker && write("worker", "js", notebook.worker.code);
  const lines = { hostLines: notebook.host.lines, workerLines: notebook.worker?.lines ?? [] };
  const manifest: Manifest = {
    ...{ id, file, title, theme, version, experiments, recorded, workerLibraries, ...lines },
    host: basename(host),
    worker: worker && basename(worker),
    kernels: kernels.map(kernelData),
    cells: cells.map(({ kernels: _, onPage: __, ...cell }) => cell),
  };
  return {
    ...notebook,
    ...lines,
    host,
    worker,
    manifest: write("manifest", "json", JSON.stringify(manifest)),
  };
}
