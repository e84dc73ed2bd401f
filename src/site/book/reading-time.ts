import { readFileSync } from "node:fs";
import { keptByFile } from "../kept.ts";

/** Words a minute of careful technical reading; studies of non-fiction give 175-300 (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_PER_MINUTE = 200;

const minutesIn = keptByFile((path) => readingMinutes(readFileSync(path, "utf8")));

/** Minutes to read a page of the collection: as its front matter says, or as its words do. */
export function minutesOf({ filePath, data }: { filePath?: string; data: { minutes?: number } }): number {
  return data.minutes ?? (filePath ? minutesIn(filePath) : 1);
}

/** Minutes to read a page's Markdown or MDX source, at least 1. Code, imports and tags are not counted. */
export function readingMinutes(source: string): number {
  const prose = source
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/```[\s\S]*?```/g, "")
    .replace(/^(import|export) .*$/gm, "")
    .replace(/<[^>]*>/g, " ");
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
