import { Worker } from "node:worker_threads";
import { type PageFacts, pageFacts } from "./page-facts.ts";

const script = new URL("./read-thread.ts", import.meta.url);

/** A page as it was rendered, by its path in the built site. */
export interface Page {
  file: string;
  html: string;
}

export interface Found {
  file: string;
  facts: PageFacts;
}

/**
 * What is known of the pages of a build. Pages are rendered by one thread; another reads each while the next is rendered, so that
 * nothing after the last page has to read them all again.
 */
export class RenderedPages {
  private readonly pending = new Map<string, PromiseWithResolvers<PageFacts>>();
  private thread: Worker | undefined;

  /** Begins to read a page. */
  take(page: Page): void {
    const facts = Promise.withResolvers<PageFacts>();
    // what goes wrong is told where it is waited for
    facts.promise.catch(() => {});
    this.pending.set(page.file, facts);
    this.thread ??= this.start();
    this.thread.postMessage(page);
  }

  /**
   * What is in a page.
   * @param read gives the text of one that was not taken
   */
  async facts(file: string, read: () => string): Promise<PageFacts> {
    return (await this.pending.get(file)?.promise) ?? pageFacts(read());
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.thread?.terminate();
    this.thread = undefined;
  }

  private start(): Worker {
    return new Worker(script)
      .on("message", ({ file, facts }: Found) => this.pending.get(file)?.resolve(facts))
      .once("error", (error) => {
        for (const { reject } of this.pending.values()) reject(error);
      });
  }
}
