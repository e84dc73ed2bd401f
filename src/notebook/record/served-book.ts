import { execFile, spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../browsers/free-port.ts";

/** ms until the server answers, at most. */
const READY_MS = 10_000;

/** Above this load something else is running, and whoever measures would measure it too. */
const QUIET_LOAD = 0.7;
const LOOK_MS = 5000;
const LOOKS = 60;

/**
 * Builds the book, serves it and hands over its address, which ends in a slash. Numbers of recorded results show as “…”
 * in this build, since records may be missing.
 */
export async function withServedBook(root: string, task: (book: string) => Promise<void>): Promise<void> {
  console.log("Building the site.");
  await promisify(execFile)("npm", ["run", "build"], {
    cwd: root,
    env: { ...process.env, HOT_PATH_RECORDING: "1" },
    maxBuffer: 2 ** 26,
    shell: process.platform === "win32",
  }).catch(({ stdout = "", stderr = "" }) => {
    throw new Error(`the site could not be built.\n${stdout}${stderr}`.trimEnd());
  });
  const port = await freePort();
  const server = spawn(process.execPath, [join(root, "src/site/serve.ts")], {
    env: { ...process.env, PORT: String(port) },
    stdio: "ignore",
  });
  try {
    const book = `http://localhost:${port}${process.env.BASE ?? "/"}`;
    for (const end = performance.now() + READY_MS; performance.now() < end; await sleep(50))
      if (await fetch(book).catch(() => null)) break;
    await task(book);
  } finally {
    server.kill();
    console.log("dist/ shows “…” for recorded numbers now: npm run build.");
  }
}

/** Path below the book's root of the first page that shows a notebook whole. */
export function pageOf(root: string, id: string): string {
  const pages = globSync("dist/**/index.html", { cwd: root }).sort((a, b) => b.length - a.length);
  const page = pages.find((path) => readFileSync(join(root, path), "utf8").includes(`notebook="${id}"`));
  if (!page) throw new Error(`no page shows ${id}. Put <Notebook src="${id}" /> into its chapter.`);
  return page
    .replaceAll("\\", "/")
    .replace(/^dist\//, "")
    .replace(/index\.html$/, "");
}

/** Waits until the machine has nothing else to do, five minutes at most. */
export async function quiet(): Promise<void> {
  for (let i = 0; i < LOOKS && loadavg()[0] > QUIET_LOAD; ++i) {
    if (i === 0) console.log("Waiting for the machine to become quiet.");
    await sleep(LOOK_MS);
  }
}
