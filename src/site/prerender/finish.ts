import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { compiledFolder } from "../../notebook/compile/write.ts";
import { Lists } from "../offline/build/lists.ts";
import { compressFile, type Quality } from "../production/compress.ts";
import { policyMeta } from "../production/headers.ts";
import { pageScripts } from "../production/inline-scripts.ts";
import { Lanes } from "../production/lanes.ts";
import { intoHead } from "../production/page-head.ts";
import { InTurn } from "./in-turn.ts";

/** What is the same for all pages of a build. */
export interface FinishSettings {
  /** the project's folder */
  root: string;
  /** folder of the built site */
  dist: string;
  /** path of the book's root, with slashes at both ends */
  base: string;
  /** hashes of scripts that are in no page, such as the boot script of a sandbox frame */
  extraHashes: readonly string[];
  /** of compressed copies */
  quality: Quality;
}

export interface FinishedPage {
  html: string;
  /** of its inline scripts that run */
  hashes: string[];
  /** what the policy would block in it, a line each */
  problems: string[];
}

/** Stands at any address that is unknown, and so needs no list. */
const UNLISTED = "404.html";

/** Compressions at once: there are as many threads for them. */
const LANES = 4;

/** Folder of the search index in the built site. */
const SEARCH_FOLDER = "pagefind";

/**
 * What is done to each page after it was rendered: it gets its policy and the list of files that it needs, is put into the search
 * index, and has compressed copies written beside it.
 */
export class PageFinisher {
  private readonly settings: FinishSettings;
  private readonly lists: Lists;
  private readonly lanes = new Lanes(LANES);
  private readonly inIndex = new InTurn();
  private readonly index: Promise<PagefindIndex>;

  constructor(settings: FinishSettings) {
    const { root, dist, base } = settings;
    this.settings = settings;
    // compiled notebooks are copied into the site when all pages are rendered
    const place = (path: string) =>
      path.startsWith("_notebooks/")
        ? join(root, compiledFolder, path.slice("_notebooks/".length))
        : join(dist, path);
    this.lists = new Lists(dist, base, place);
    this.index = createIndex().then(({ index, errors }) => {
      if (!index) throw new Error(`Pagefind: ${errors.join(", ")}`);
      return index;
    });
  }

  /**
   * @param place among all that is rendered: the search index depends on the order of the pages
   * @param file path of the page in the built site; without one there is no page at this place
   */
  page(place: number, file?: string, rendered = ""): FinishedPage | undefined {
    if (file === undefined) return void this.inIndex.add(place);
    const { hashes, handlers, foreign } = pageScripts(rendered);
    const policy = policyMeta([...new Set([...this.settings.extraHashes, ...hashes])].sort());
    const secured = intoHead(rendered, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    const html = file === UNLISTED ? secured : this.lists.page(file, secured);
    this.inIndex.add(place, async () =>
      refuse((await this.index).addHTMLFile({ sourcePath: file, content: html })),
    );
    this.lanes.add(() => this.compress(file, html));
    const problems = [
      ...handlers.map(
        (tag) => `dist/${file}: ${tag} holds code, which the policy blocks. Use addEventListener.`,
      ),
      ...foreign.map(
        (from) => `dist/${file}: loads ${from} from another host. Copy the file into the project.`,
      ),
    ];
    return { html, hashes, problems };
  }

  /**
   * Ends when all pages are written: writes the search index, and what is about the whole book.
   * @returns path of the list of what the service worker keeps beside pages
   */
  async end(): Promise<string> {
    const { dist } = this.settings;
    await this.inIndex.done();
    await refuse((await this.index).writeFiles({ outputPath: join(dist, SEARCH_FOLDER) }));
    await close();
    const files = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, "/").length).replaceAll("\\", "/"));
    const list = this.lists.book(files);
    await this.lanes.done();
    return list;
  }

  private async compress(file: string, html: string): Promise<void> {
    const path = join(this.settings.dist, file);
    mkdirSync(dirname(path), { recursive: true });
    await compressFile(path, Buffer.from(html), this.settings.quality);
  }
}

/** Throws what Pagefind answers with. */
async function refuse(answer: Promise<{ errors: string[] }>): Promise<void> {
  const { errors } = await answer;
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(", ")}`);
}
