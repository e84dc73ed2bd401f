import { spawn } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launch, type Page } from "../../../src/notebook/browsers/index.ts";
import { notebooksIn } from "../../../src/notebook/compile/find.ts";
import { addCopies } from "./copies.ts";
import { copyProject } from "./project.ts";
import { FOLDER, SEED } from "./run.ts";

/** Chapters that are added to the book, and as many notebooks. */
const SIZE = 1000;

/** Saves of each kind; the first meets a server that has just started. */
const SAVES = 5;

/** Between two saves, in ms: a writer looks at what changed. */
const PAUSE_MS = 2_000;

/** Longer than any page takes, the first with all modules not yet loaded. */
const PATIENCE_MS = 120_000;

/**
 * How long the development server of a large book takes to start, and from a saved chapter or notebook to the page in Chromium that
 * shows it.
 * @param size copies; 1,000 unless given
 */
export async function devTimes(project: string, [size = SIZE]: readonly number[]): Promise<string[]> {
  mkdirSync(join(project, FOLDER), { recursive: true });
  const book = mkdtempSync(join(project, FOLDER, `dev-${size}-`));
  copyProject(project, book);
  await addCopies(book, size, SEED);
  const port = await freePort();
  const started = performance.now();
  const server = spawn(
    process.execPath,
    [join(project, "node_modules/astro/bin/astro.mjs"), "dev", "--port", String(port)],
    { cwd: book, stdio: "ignore", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } },
  );
  const browser = await launch("chromium");
  try {
    const [folder] = readdirSync(join(book, "content")).filter((name) => name.startsWith("copies-"));
    const file = globSync(`content/${folder}/*.mdx`, { cwd: book })
      .sort()
      .find((path) => notebooksIn(readFileSync(join(book, path), "utf8")).length > 0);
    if (!file) throw new Error(`no copy in content/${folder} shows a notebook`);
    const chapter = join(book, file);
    const [{ id }] = notebooksIn(readFileSync(chapter, "utf8"));
    const notebook = join(book, `notebooks/${id}.html`);
    const page = await browser.newPage();
    const address = `http://localhost:${port}/${file.replace(/^content\/|mdx$/g, "").replace(".", "/")}`;
    await until(async () => (await page.goto(address)) === 200);
    const first = seconds(performance.now() - started);
    const count = globSync("notebooks/*/*.html", { cwd: book }).length;
    await until(() => globSync(".notebooks/*/*/page.json", { cwd: book }).length >= count);
    const all = seconds(performance.now() - started);
    await sleep(PAUSE_MS);
    const chapters = await saves(page, chapter, (text, word) => `${text.trimEnd()}\n\n${word}\n`);
    const notebooks = await saves(page, notebook, (text, word) =>
      text.replace(/(type="text\/markdown"[^>]*>\s*)/, `$1${word} `),
    );
    return [
      `${size} chapters more, with ${size} notebooks more, in development:`,
      `  the first page after ${first}, all notebooks after ${all}`,
      `  a saved chapter shows after ${chapters.join(", ")}`,
      `  a saved notebook shows after ${notebooks.join(", ")}`,
    ];
  } finally {
    await browser.close();
    server.kill();
    rmSync(book, { recursive: true });
  }
}

/** Saves a file some times, each with a new word; gives how long each took to show. */
async function saves(
  page: Page,
  file: string,
  add: (text: string, word: string) => string,
): Promise<string[]> {
  const times: string[] = [];
  for (let i = 0; i < SAVES; ++i) {
    const word = `saved${Date.now().toString(36)}`;
    const started = performance.now();
    writeFileSync(file, add(readFileSync(file, "utf8"), word));
    // the page loads again meanwhile, and cannot answer then
    await until(() => page.evaluate((w: string) => document.body.innerText.includes(w), word));
    times.push(seconds(performance.now() - started));
    await sleep(PAUSE_MS);
  }
  return times;
}

async function until(answer: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (
    !(await Promise.resolve()
      .then(answer)
      .catch(() => false))
  ) {
    if (performance.now() > end) throw new Error(`nothing came for ${PATIENCE_MS / 1000} s`);
    await sleep(15);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
