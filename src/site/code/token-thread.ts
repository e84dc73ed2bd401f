/** The thread of `tokensOf`: reads code with Shiki. */
import { parentPort } from "node:worker_threads";
import { type BundledLanguage, createHighlighter } from "shiki";
import { grammarOf } from "./languages.ts";
import { codeTheme, kindOf } from "./theme.ts";
import type { Answer, Asked, Token } from "./tokens.ts";

const highlighter = createHighlighter({ themes: [codeTheme], langs: [] });

/** What stands within a language and is loaded with it. Its grammar names some eighty more for blocks within blocks. */
const WITHIN: Record<string, BundledLanguage[]> = { mdx: ["tsx", "yaml"] };

async function read(code: string, language: string): Promise<Token[][] | undefined> {
  const lang = grammarOf(language);
  if (!lang) return undefined;
  const shiki = await highlighter;
  if (lang !== "text") await shiki.loadLanguage(lang, ...(WITHIN[lang] ?? []));
  return (
    shiki
      // no limit of time for a line: on a busy machine the rest of one would be plain, and no two builds the same
      .codeToTokensBase(code, { lang, includeExplanation: false, tokenizeTimeLimit: 0 })
      .map((line) => line.map(({ content, color }) => [content.length, kindOf(color)]))
  );
}

parentPort?.on("message", async ({ id, code, language }: Asked) => {
  let answer: Answer;
  try {
    answer = { id, lines: await read(code, language) };
  } catch (error) {
    answer = { id, error: error as Error };
  }
  parentPort?.postMessage(answer);
});
