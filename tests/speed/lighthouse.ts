import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../src/notebook/browsers/free-port.ts";
import { findBrowsers } from "../../src/notebook/browsers/index.ts";

/** Fetched when it is asked for: a hundred packages that nothing else needs. */
const LIGHTHOUSE = "lighthouse@13.5.0";
/** The home page, a long chapter, the index of notebooks. */
const PAGES = ["", "cpu/branches/", "notebooks/"];
/** The score of a page varies with the machine; of so many runs the middle one is told. */
const RUNS = 3;

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

/** Lighthouse's mobile scores of three pages of the built site, in Chromium: the middle of three runs. */
export async function lighthouseScores(): Promise<string[]> {
  const { chromium } = findBrowsers();
  if (!chromium) return ["lighthouse: needs Chromium; set CHROMIUM_PATH or install it"];
  const port = await freePort();
  const server = spawn(process.execPath, ["src/site/serve.ts"], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port) },
  });
  const folder = mkdtempSync(join(tmpdir(), "hot-path-lighthouse-"));
  try {
    await sleep(1000);
    const lines: string[] = [];
    for (const page of PAGES) {
      const reports: Report[] = [];
      for (let i = 0; i < RUNS; ++i)
        reports.push(
          await measure(`http://127.0.0.1:${port}/${page}`, chromium, join(folder, "report.json")),
        );
      reports.sort((a, b) => score(a, "performance") - score(b, "performance"));
      lines.push(sentence(page, reports[Math.floor(RUNS / 2)]));
    }
    return lines;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

function measure(url: string, chromium: string, file: string): Promise<Report> {
  const flags = [
    "--chrome-flags=--headless=new --no-sandbox",
    "--output=json",
    `--output-path=${file}`,
    "--quiet",
  ];
  const child = spawn("npx", ["--yes", LIGHTHOUSE, url, ...flags], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, CHROME_PATH: chromium },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(file, "utf8")));
      else reject(new Error(`Lighthouse ended with code ${code} for ${url}`));
    });
  });
}

function score({ categories }: Report, name: string): number {
  return Math.round(100 * (categories[name]?.score ?? 0));
}

function sentence(page: string, report: Report): string {
  const scores = ["performance", "accessibility", "best-practices", "seo"].map(
    (name) => `${name} ${score(report, name)}`,
  );
  const shift = report.audits["cumulative-layout-shift"]?.numericValue ?? 0;
  return `/${page}: ${scores.join(", ")}, layout shift ${shift.toFixed(3)}`;
}
