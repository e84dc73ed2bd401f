import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NotebookError } from "./error.ts";

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

/** Ids of the notebooks that may import the kernel with this path: those beside it that name it. */
export function notebooksWith(root: string, kernel: string): string[] {
  const name = kernel.slice(dirname(kernel).length);
  const beside = [...findNotebooks(root)].filter(([, file]) => dirname(file) === dirname(kernel));
  const read = readerOf(root);
  return beside.filter(([, file]) => read(file)?.includes(`.${name}`)).map(([id]) => id);
}

/** Ids of the notebooks that a file belongs to, or may: itself, what was recorded of it, or a kernel that it imports. */
export function notebooksOf(root: string, file: string): string[] {
  if (/^notebooks\/.*\.(as\.ts|wat)$/.test(file)) return notebooksWith(root, file);
  const [, id] = /^notebooks\/([^/]+\/[^/.]+)(?:\.html$|\.recorded\/)/.exec(file) ?? [];
  return id ? [id] : [];
}

/** Reads files of the project by their path from its root; undefined if there is none. */
export function readerOf(root: string): (path: string) => string | undefined {
  return (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined);
}

/** Ids of the notebooks that a chapter shows, and where in its text each is named. */
export function notebooksIn(text: string): { id: string; offset: number }[] {
  return [...text.matchAll(/<Notebook\b[^>]*?\bsrc=["']([^"']*)["']/g)].map((match) => ({
    id: match[1],
    offset: match.index + match[0].lastIndexOf(match[1]),
  }));
}

/** Every `<Notebook src="…">` of a chapter must exist. */
export function missingNotebooks(root: string, ids: string[]): NotebookError[] {
  return globSync("**/*.mdx", { cwd: join(root, "content") }).flatMap((path) => {
    const file = `content/${path.replaceAll("\\", "/")}`;
    const text = readFileSync(join(root, file), "utf8");
    return notebooksIn(text).flatMap(({ id, offset }) => {
      if (ids.includes(id)) return [];
      const before = text.slice(0, offset).split("\n");
      const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      return [
        new NotebookError(
          file,
          at,
          `there is no notebook “${id}”`,
          `Write notebooks/${id}.html, or name one of ${ids.join(", ")}`,
        ),
      ];
    });
  });
}
