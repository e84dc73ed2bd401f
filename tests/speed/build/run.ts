import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { addCopies } from "./copies.ts";
import { type Measured, measure } from "./measure.ts";
import { phasesOf } from "./phases.ts";
import { writePlainSite } from "./plain-site.ts";
import { copyProject } from "./project.ts";

/** Chapters that are added to the book, and as many notebooks. */
const SIZES = [100, 300, 1000];

/** Git-ignored folder below the project's. */
export const FOLDER = ".scale";

export const SEED = 20261128;

/** What is asked of a build beside that of plain Starlight: ratios of time and of peak memory. */
const BOUNDS = { seconds: 1.5, peakBytes: 1.25 };

/**
 * Builds the book with copies of its chapters, and plain Starlight on the same text, one after the other, from clean folders.
 * @param asked sizes; 100, 300 and 1,000 unless given
 */
export async function buildTimes(project: string, asked: readonly number[]): Promise<string[]> {
  const lines: string[] = [];
  for (const size of asked.length > 0 ? asked : SIZES) lines.push(...(await atSize(project, size)), "");
  return lines;
}

async function atSize(project: string, size: number): Promise<string[]> {
  mkdirSync(join(project, FOLDER), { recursive: true });
  const folder = mkdtempSync(join(project, FOLDER, `${size}-`));
  try {
    const [ours, plain] = ["book", "plain"].map((name) => join(folder, name));
    copyProject(project, ours);
    await addCopies(ours, size, SEED);
    writePlainSite(ours, plain);
    const astro = [join(project, "node_modules/astro/bin/astro.mjs"), "build"];
    const starlight = await measure(astro, plain);
    const book = await measure(astro, ours);
    const phases = phasesOf(book.lines).filter(({ ms }) => ms >= 100);
    return [
      `${size} chapters more, with ${size} notebooks more:`,
      row("plain Starlight", starlight),
      row("this book", book),
      `  ${ratio(book, starlight, "seconds")} of the time (bound ${BOUNDS.seconds}), ${ratio(book, starlight, "peakBytes")} of the memory (bound ${BOUNDS.peakBytes})`,
      ...phases.map(({ name, ms }) => `    ${name}: ${(ms / 1000).toFixed(1)} s`),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(name: string, { seconds, peakBytes, peakAfter, lines }: Measured): string {
  const pages = lines.map((line) => /(\d+) page\(s\) built/.exec(line)?.[1]).find(Boolean);
  return `  ${name}: ${pages} pages, ${seconds.toFixed(1)} s, ${(peakBytes / 1e9).toFixed(2)} GB at most (after “${peakAfter.slice(0, 90)}”)`;
}

function ratio(book: Measured, starlight: Measured, of: "seconds" | "peakBytes"): string {
  return `${(book[of] / starlight[of]).toFixed(2)}×`;
}
