/** The thread of `tokensOf`: reads code with Shiki. */
import { type BundledLanguage, createHighlighter } from "shiki";
import { answerQuestions } from "../asked-thread.ts";
import { grammarOf } from "./languages.ts";
import { codeTheme, kindOf } from "./theme.ts";
import type { Code, Lines } from "./tokens.ts";

const highlighter = createHighlighter({ themes: [codeTheme], langs: [] });

/** What stands within a language and is loaded with it. Its grammar names some eighty more for blocks within blocks. */
const WITHIN: Record<string, BundledLanguage[]> = { mdx: ["tsx", "yaml"] };

async function read({ code, language }: Code): Promise<Lines> {
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

answerQuestions(read);
