import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { TokenKind } from "./theme.ts";

/** A piece of a line: how many characters, and what they are; text unless it says. */
export type Token = [length: number, kind: TokenKind | undefined];

export interface Asked {
  id: number;
  code: string;
  language: string;
}

export type Answer = { id: number; lines?: Token[][]; error?: undefined } | { id: number; error: Error };

/** Astro bundles what pages use, so that this module exists twice, once for pages and once for Markdown; both have the thread of the global object. */
const shared = globalThis as { hotPathTokens?: Reader };

/**
 * Reads code in a thread of its own: with the grammars of the languages it takes as long as all else that is done to a page.
 * @returns the tokens of each line; undefined if there is no such language
 */
export function tokensOf(code: string, language: string): Promise<Token[][] | undefined> {
  shared.hotPathTokens ??= new Reader();
  return shared.hotPathTokens.ask(code, language);
}

class Reader {
  // not by the address of this module, which may be bundled
  private readonly thread = new Worker(join(process.cwd(), "src/site/code/token-thread.ts"));
  private readonly waiting = new Map<number, PromiseWithResolvers<Token[][] | undefined>>();
  private asked = 0;

  constructor() {
    this.thread.unref();
    this.thread.on("message", (answer: Answer) => {
      const asked = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      // whoever builds may end when nothing is asked
      if (this.waiting.size === 0) this.thread.unref();
      if (answer.error) asked?.reject(answer.error);
      else asked?.resolve(answer.lines);
    });
    this.thread.once("error", (error) => {
      // the next who asks gets another
      shared.hotPathTokens = undefined;
      for (const { reject } of this.waiting.values()) reject(error);
    });
  }

  ask(code: string, language: string): Promise<Token[][] | undefined> {
    const answer = Promise.withResolvers<Token[][] | undefined>();
    this.asked += 1;
    this.waiting.set(this.asked, answer);
    this.thread.ref();
    this.thread.postMessage({ id: this.asked, code, language } satisfies Asked);
    return answer.promise;
  }
}
