import { AskedThread } from "../asked-thread.ts";
import type { Beside } from "../notebooks/prepare-beside.ts";
import { type Quality, qualityFor } from "../production/compress.ts";
import type { FinishedPage, FinishSettings } from "./finish.ts";

const script = new URL("./finish-thread.ts", import.meta.url);

/** What the thread is asked for: to finish a page, or to pass over one that is none; without either to end. */
export interface Asked {
  page?: { place: number; file?: string; html?: string };
}

export interface Finished {
  page?: FinishedPage;
  list?: string;
}

/**
 * The pages of a build. Astro renders them in one thread; another does the rest to each while the next ones are rendered, so that
 * nothing after the last page has to go through them all again.
 */
export class FinishedPages {
  /** hashes of all inline scripts */
  readonly hashes = new Set<string>();
  /** what the policy would block in pages, a line each */
  readonly problems: string[] = [];
  /** of compressed copies */
  quality: Quality = qualityFor(0);
  /** those that pages show, while they are prepared */
  notebooks: Beside | undefined;
  private thread: AskedThread<Asked, Finished> | undefined;
  private places = 0;

  start(settings: FinishSettings): void {
    for (const hash of settings.extraHashes) this.hashes.add(hash);
    this.quality = settings.quality;
    this.thread = new AskedThread(script, { workerData: settings });
  }

  /** Place of the next page that is rendered, from 0; each has to be finished or passed over. */
  place(): number {
    this.places += 1;
    return this.places - 1;
  }

  /** Goes on without the page at a place: what was rendered is none. */
  async pass(place: number): Promise<void> {
    await this.thread?.ask({ page: { place } });
  }

  /**
   * Finishes a page.
   * @param file its path in the built site
   * @returns the page as it is to be written
   */
  async finish(place: number, file: string, html: string): Promise<string> {
    const { page } = (await this.thread?.ask({ page: { place, file, html } })) ?? {};
    if (!page) return html;
    for (const hash of page.hashes) this.hashes.add(hash);
    this.problems.push(...page.problems);
    return page.html;
  }

  /**
   * Ends the thread, when all pages and all files that they need are written.
   * @returns path of the list of what the service worker keeps beside pages
   */
  async end(): Promise<string> {
    const { list = "" } = (await this.thread?.ask({})) ?? {};
    await this.thread?.end();
    return list;
  }
}
