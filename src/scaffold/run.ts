/** `npm run new chapter <part>/<id>`, `npm run new notebook <chapter>/<name>`: writes what a contribution begins with. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { draftChapter, isPlanned } from "./chapter.ts";
import { type Draft, Refusal } from "./draft.ts";
import { draftNotebook } from "./notebook.ts";

const USAGE =
  'npm run new chapter <part>/<id> [-- --title "…"], or npm run new notebook <chapter>/<name> [-- --kind measure|sim|recorded --title "…"]';

const root = process.env.HOT_PATH_ROOT ?? fileURLToPath(new URL("../../", import.meta.url));

try {
  const draft = await asked();
  for (const [file, text] of Object.entries(draft)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  console.log(`Wrote ${Object.keys(draft).join(" and ")}.`);
  console.log("npm run check lists what is to be filled in; npm run dev shows it.");
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}

async function asked(): Promise<Draft> {
  const { values, positionals } = readArguments();
  // npm takes options before “--” for its own, and passes them on in the environment
  const title = values.title ?? process.env.npm_config_title;
  const kind = values.kind ?? process.env.npm_config_kind;
  const what = positionals[0] ?? (await ask("A chapter or a notebook? "));
  if (what === "chapter") {
    const id = positionals[1] ?? (await ask("Which, as in cpu/branches? "));
    const known = title || !id.includes("/") || isPlanned(root, id);
    return draftChapter(root, id, known ? title : await ask("Its title? "));
  }
  if (what === "notebook") {
    const id = positionals[1] ?? (await ask("Which, as in branches/sorted-vs-random? "));
    return draftNotebook(root, id, { kind, title });
  }
  throw new Refusal(`“${what}” cannot be begun here. Write ${USAGE}.`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { title: { type: "string" }, kind: { type: "string" } },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split(".")[0]}. Write ${USAGE}.`);
  }
}

/** Asks on a terminal; elsewhere there is nobody to answer, and nothing is known. */
async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return "";
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}
