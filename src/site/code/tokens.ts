import { join } from "node:path";
import { AskedThread } from "../asked-thread.ts";
import type { TokenKind } from "./theme.ts";

/** A piece of a line: how many characters, and what they are; text unless it says. */
export type Token = [length: number, kind: TokenKind | undefined];

/** A block of code, to be read. */
export interface Code {
  code: string;
  language: string;
}

/** The tokens of each line; undefined if there is no such language. */
export type Lines = Token[][] | undefined;

/** Astro bundles what pages use, so that this module exists twice, once for pages and once for Markdown; both have the thread of the global object. */
const shared = globalThis as { hotPathTokens?: AskedThread<Code, Lines> };

/** Reads code in a thread of its own: with the grammars of the languages it takes as long as all else that is done to a page. */
export function tokensOf(code: string, language: string): Promise<Lines> {
  // not by the address of this module, which may be bundled
  shared.hotPathTokens ??= new AskedThread(join(process.cwd(), "src/site/code/token-thread.ts"));
  return shared.hotPathTokens.ask({ code, language });
}
