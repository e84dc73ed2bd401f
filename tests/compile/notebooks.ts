import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Compiled, compile } from "../../src/notebook/compile/compile.ts";
import { installDom } from "../../src/notebook/render/dom.ts";
import type { HostModule } from "../../src/notebook/run/cell.ts";
import { locate } from "../../src/notebook/run/failures/locate.ts";
import { loaders } from "../../src/notebook/run/library/libraries.ts";
import { type CellFailure, RunningNotebook } from "../../src/notebook/run/running-notebook.ts";

/** A notebook running in this process, on jsdom. */
export interface Played {
  notebook: RunningNotebook;
  failures: CellFailure[];
  output: (cell: number) => HTMLElement;
  text: (cell: number) => string;
  /** place of a failure in the notebook's file */
  place: (failure: CellFailure) => string | null;
}

export function ordinary(name: string): string {
  return readFileSync(`tests/fixtures/ordinary/${name}.html`, "utf8");
}

/** Compiles a notebook and runs all of its cells, fixed ones included. */
export async function play(name: string): Promise<Played> {
  installDom();
  const compiled = await compile(`${name}.html`, ordinary(name), async () => "");
  const script = join(mkdtempSync(join(tmpdir(), "notebook-")), "host.mjs");
  writeFileSync(script, compiled.host.code);
  const { default: host } = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as {
    default: HostModule;
  };
  const roots = new Map(
    compiled.cells.map((cell) => [cell.id, document.body.appendChild(document.createElement("div"))]),
  );
  const notebook = new RunningNotebook((lib) => host(lib).map((cell) => ({ ...cell, fixed: false })), {
    column: document.body,
    roots,
    changed: () => {},
    load: (library) => loaders[library](),
  });
  const output = (cell: number) => roots.get(cell) as HTMLElement;
  return {
    notebook,
    failures: await notebook.settled(),
    output,
    text: (cell) => (output(cell).textContent ?? "").replace(/\s+/g, " ").trim(),
    place: (failure) => placeOf(failure, script, compiled),
  };
}

function placeOf({ error }: CellFailure, script: string, compiled: Compiled): string | null {
  const at = locate((error as Error).stack ?? "", script, compiled.host.lines);
  return at && `${at.line}:${at.column}`;
}
