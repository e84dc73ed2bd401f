import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseResult } from "../../bench/validate.ts";
import type { NotebookRecord } from "../record/record.ts";
import { type Compiled, compile } from "./compile.ts";
import { NotebookError, NotebookErrors } from "./error.ts";
import { workerPrelude } from "./prelude.ts";
import type { LineRange } from "./text.ts";

/** Git-ignored folder of compiled notebooks, below the project's root. */
export const compiledFolder = ".notebooks";

/** What the page needs to know of a notebook to show it and to run it. */
export interface Notebook extends Omit<Compiled, "host" | "worker"> {
  /** "branches/sorted-vs-random" */
  id: string;
  /** path from the root, for messages and edit links */
  file: string;
  /** names of the compiled files below `compiledFolder`, each with a hash of its text */
  host: string;
  worker: string | null;
  /** the compiled `Manifest` */
  manifest: string;
  hostLines: LineRange[];
  workerLines: LineRange[];
  recorded: NotebookRecord[];
}

/** What the player loads on the first click, as JSON. Addresses are relative to the manifest's own folder. */
export type Manifest = Pick<
  Notebook,
  "id" | "file" | "title" | "hostLines" | "workerLines" | "experiments" | "recorded"
> & {
  host: string;
  worker: string | null;
  cells: Pick<Notebook["cells"][number], "id" | "line" | "value">[];
};

/**
 * Compiles notebooks to `.notebooks/`, and checks that chapters name only notebooks that exist.
 * @param root the project's folder, with a trailing slash
 * @param only compile these ids and leave the others as they are
 * @throws NotebookErrors with the mistakes of all files
 */
export async function compileBook(root: string, only?: string[]): Promise<Notebook[]> {
  const errors: NotebookError[] = [];
  const files = findNotebooks(root);
  const notebooks: Notebook[] = [];
  for (const [id, file] of files) {
    if (only && !only.includes(id)) continue;
    try {
      notebooks.push(await compileToDisk(root, id, file));
    } catch (error) {
      if (!(error instanceof NotebookErrors)) throw error;
      errors.push(...error.errors);
    }
  }
  errors.push(...missingNotebooks(root, [...files.keys()]));
  if (errors.length > 0) throw new NotebookErrors(errors);
  return notebooks;
}

/** Where notebooks lie, as `<chapter>/<name>.html`; the second only in builds for the browser tests. */
function folders(): string[] {
  return process.env.HOT_PATH_FIXTURES ? ["notebooks", "tests/fixtures/notebooks"] : ["notebooks"];
}

/** Id of every notebook, and its file. */
export function findNotebooks(root: string): Map<string, string> {
  const files = folders().flatMap((folder) => globSync(`${folder}/*/*.html`, { cwd: root }));
  const paths = files.map((file) => file.replaceAll("\\", "/")).sort();
  return new Map(
    paths.map((file) => [
      file
        .split("/")
        .slice(-2)
        .join("/")
        .replace(/\.html$/, ""),
      file,
    ]),
  );
}

async function compileToDisk(root: string, id: string, file: string): Promise<Notebook> {
  const compiled = await compile(file, readFileSync(join(root, file), "utf8"), workerPrelude);
  const recorded = readRecords(root, id);
  const folder = join(root, compiledFolder, id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, extension: string, text: string) => {
    const hashed = `${id}/${name}.${createHash("sha256").update(text).digest("hex").slice(0, 10)}.${extension}`;
    writeFileSync(join(root, compiledFolder, hashed), text);
    return hashed;
  };
  const host = write("host", "js", compiled.host.code);
  const worker = compiled.worker && write("worker", "js", compiled.worker.code);
  const { title, experiments } = compiled;
  const shared = {
    id,
    file,
    title,
    experiments,
    recorded,
    hostLines: compiled.host.lines,
    workerLines: compiled.worker?.lines ?? [],
  };
  const cells = compiled.cells.map(({ id, line, value }) => ({ id, line, value }));
  const manifest: Manifest = { ...shared, cells, host: basename(host), worker: worker && basename(worker) };
  return {
    ...compiled,
    ...shared,
    host,
    worker,
    manifest: write("manifest", "json", JSON.stringify(manifest)),
  };
}

/** Recorded results, in the order Chromium, Firefox, WebKit, then others by name. */
export function readRecords(root: string, id: string): NotebookRecord[] {
  const folder = join(root, "notebooks", `${id}.recorded`);
  if (!existsSync(folder)) return [];
  const first = ["chromium.json", "firefox.json", "webkit.json"];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return names.map((name) =>
    readRecord(`notebooks/${id}.recorded/${name}`, readFileSync(join(folder, name), "utf8")),
  );
}

function readRecord(file: string, text: string): NotebookRecord {
  try {
    const record = JSON.parse(text) as NotebookRecord;
    if (record.schema !== "hot-path/record.v1") throw new Error(`schema is “${record.schema}”`);
    for (const result of Object.values(record.results)) parseResult(result);
    return record;
  } catch (error) {
    throw new NotebookErrors([
      new NotebookError(
        file,
        { line: 1, column: 1 },
        `not a recorded result: ${(error as Error).message}`,
        "Record it again with npm run record, or remove the file",
      ),
    ]);
  }
}

/** Every `<Notebook src="…">` of a chapter must exist. */
function missingNotebooks(root: string, ids: string[]): NotebookError[] {
  return globSync("**/*.mdx", { cwd: join(root, "content") }).flatMap((path) => {
    const file = `content/${path.replaceAll("\\", "/")}`;
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/<Notebook\b[^>]*?\bsrc=["']([^"']*)["']/g)].flatMap((match) => {
      if (ids.includes(match[1])) return [];
      const offset = match.index + match[0].lastIndexOf(match[1]);
      const before = text.slice(0, offset).split("\n");
      const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      return [
        new NotebookError(
          file,
          at,
          `there is no notebook “${match[1]}”`,
          `Write notebooks/${match[1]}.html, or name one of ${ids.join(", ")}`,
        ),
      ];
    });
  });
}
