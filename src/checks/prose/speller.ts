import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import project from "../../../package.json" with { type: "json" };
import type { Prose } from "./prose.ts";

/** A word that no dictionary has. */
export interface Misspelt {
  word: string;
  offset: number;
  suggestions: string[];
}

/** Dictionaries of CSpell that are of use in a book about software. */
const dictionaries = [
  "en-gb",
  "en-common-misspellings",
  "en-gb-common-misspellings",
  "softwareTerms",
  "companies",
];
const MOST_SUGGESTIONS = 2;
/** It spells nothing. */
const ABBREVIATION = /^[A-Z0-9]{2,8}s?$/;

/**
 * Words that neither the dictionaries nor the given list have, for each text. Loading the dictionaries takes longer than
 * all the rest, so what was found is kept beside other tools' caches and used again while text and list are the same.
 */
export async function misspeltWords(
  root: string,
  prose: readonly Prose[],
  words: readonly string[],
): Promise<Misspelt[][]> {
  const list = hash([project.devDependencies["cspell-lib"], dictionaries, words]);
  const known = readCache(root);
  const keys = prose.map((one) => hash([list, one.words]));
  const found = await Promise.all(keys.map((key, i) => known[key] ?? misspelt(prose[i].words, words)));
  writeCache(root, Object.fromEntries(keys.map((key, i) => [key, found[i]])));
  return found;
}

async function misspelt(text: string, words: readonly string[]): Promise<Misspelt[]> {
  const { getDefaultSettings, mergeSettings, spellCheckDocument } = await import("cspell-lib");
  const settings = mergeSettings(await getDefaultSettings(), {
    language: "en-GB",
    dictionaries,
    words: [...words],
    allowCompoundWords: false,
    maxNumberOfProblems: 1000,
    numSuggestions: MOST_SUGGESTIONS,
  });
  const { issues } = await spellCheckDocument(
    { uri: "prose.txt", text, languageId: "plaintext", locale: "en-GB" },
    { generateSuggestions: true, noConfigSearch: true },
    settings,
  );
  const own = new Set(words.map((word) => word.toLowerCase()));
  return issues
    .filter(
      ({ text: word }) => !ABBREVIATION.test(word) && !own.has(word.toLowerCase().replace(/['’]s$/, "")),
    )
    .map(({ text: word, offset, suggestions = [] }) => ({
      word,
      offset,
      suggestions: suggestions.slice(0, MOST_SUGGESTIONS),
    }));
}

type Cache = Record<string, Misspelt[]>;

const folder = (root: string) => join(root, "node_modules/.cache/hot-path");

function readCache(root: string): Cache {
  try {
    return JSON.parse(readFileSync(join(folder(root), "spelling.json"), "utf8"));
  } catch {
    return {};
  }
}

/** A cache that cannot be written makes the next run slower, and nothing else. */
function writeCache(root: string, cache: Cache): void {
  try {
    mkdirSync(folder(root), { recursive: true });
    writeFileSync(join(folder(root), "spelling.json"), JSON.stringify(cache));
  } catch {}
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 20);
}
