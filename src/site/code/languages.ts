import { type BundledLanguage, bundledLanguages } from "shiki/langs";

/** Languages without a grammar. */
const PLAIN = ["", "text", "txt", "plaintext", "plain"];

/** Every name that a block of code may give its language. */
export const languageNames: readonly string[] = [...PLAIN, ...Object.keys(bundledLanguages)];

/** The name by which Shiki knows a language; undefined if there is no such language. */
export function grammarOf(language: string): BundledLanguage | "text" | undefined {
  if (PLAIN.includes(language)) return "text";
  return language in bundledLanguages ? (language as BundledLanguage) : undefined;
}
