import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Result } from "../../src/bench/types.ts";
import { bookOf, type EvaluatedNotebook } from "../../src/checks/notebooks/book.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { runSimulated } from "../bench/helpers.ts";
import { chromium } from "./good-record.ts";

export const ID = "loops/one";

/** A notebook with an experiment, a claim, and a claim on a model. */
export const html = `<!doctype html>
<notebook theme="air">
  <title>Example</title>
  <script id="1" type="text/x-typescript">
    const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
  </script>
  <script id="2" type="text/x-typescript">
    import { experiment } from "#bench";
    const run = view(experiment({
      setup: () => [1, 2, 3],
      variants: { a: (xs) => sum(xs), b: (xs) => sum(xs) },
      claims: [{ says: "b costs at least twice as much", of: "b", atLeast: 2 }],
    }));
  </script>
  <script id="3" type="text/x-typescript">
    import { exactClaims } from "#charts";
    display(exactClaims([{ says: "three numbers make six", value: sum([1, 2, 3]), atLeast: 6, atMost: 6 }]));
  </script>
</notebook>
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes files into a fresh folder, which goes when the tests of the file have ended. */
export function folderWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "recorded-book-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The example notebook, compiled and evaluated. */
export async function exampleNotebook(text = html): Promise<EvaluatedNotebook> {
  const { notebooks, broken } = await bookOf(folderWith({ [`notebooks/${ID}.html`]: text }));
  for (const [{ message }] of broken.values()) throw new Error(message);
  return notebooks[0];
}

/** A record of the example notebook as the harness makes it. */
export async function exampleRecord(text = html): Promise<NotebookRecord> {
  const { notebook, specs } = await exampleNotebook(text);
  const [{ name, hash }] = notebook.experiments;
  const spec = specs.get(name);
  if (!spec) throw new Error(`the example declares no ${name}`);
  const result: Result = await runSimulated(spec, chromium, { id: name, hash });
  return {
    schema: "hot-path/record.v1",
    notebook: ID,
    recordedAt: "2026-11-20T12:10:00.000Z",
    machine: { cpu: "Example 9000", os: "Debian 12", note: "" },
    results: { [name]: { ...result, createdAt: "2026-11-20T12:09:00.000Z" } },
  };
}
