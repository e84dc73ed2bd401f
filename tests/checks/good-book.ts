import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ClaimRun, formatClaims } from "../../src/notebook/claims/claim-runs.ts";
import { declaredNative } from "../../src/notebook/record/native/declared.ts";
import { formatOutput, hashOf } from "../../src/notebook/record/native/output.ts";
import { exampleNotebook, exampleRecord, folderWith } from "../record/recorded-book.ts";

const folder = fileURLToPath(new URL("good/", import.meta.url));

/** A small book in which nothing is wrong: every file by its path. What tools make of others is made here. */
export async function goodBook(): Promise<Record<string, string>> {
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
  const html = files["notebooks/loops/one.html"];
  const record = await exampleRecord(html);
  const { notebook } = await exampleNotebook(html);
  return {
    ...files,
    "notebooks/loops/one.recorded/chromium.json": `${JSON.stringify(record, null, 2)}\n`,
    "notebooks/loops/native/one.txt": nativeOutput(files),
    "content/claims.json": formatClaims([claimRun(notebook.experiments[0].hash)]),
  };
}

function claimRun(hash: string): ClaimRun {
  return {
    notebook: "loops/one",
    experiment: "run",
    claim: "b costs at least twice as much",
    engine: "chromium",
    version: "156.0.1",
    state: "holds",
    ratio: 2.5,
    interval: [2.4, 2.6],
    machine: "Example 9000, Debian 12",
    date: "2026-11-20T12:00:00.000Z",
    hash,
  };
}

function nativeOutput(files: Record<string, string>): string {
  const root = folderWith(files);
  const [{ folder: programs, outputs }] = declaredNative(root);
  return formatOutput({
    machine: { date: "2026-11-20", cpu: "Example 9000, 2 cores", kernel: "Linux 6.18" },
    hash: hashOf(root, programs, outputs[0]),
    steps: [
      { command: "cc one.c", output: "" },
      { command: "./a.out", output: "loop 3.56 ns\n" },
    ],
  });
}
