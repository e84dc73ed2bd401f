import { addStyles } from "../../notebook/run/add-styles.ts";
import styles from "./found.css?url";

addStyles(styles);

/** What of Pagefind's module is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Page> }[] }>;
}

interface Page extends Place {
  meta: { title: string };
  sub_results: Section[];
}

interface Place {
  url: string;
  /** text with what was found in `<mark>`, as HTML */
  excerpt: string;
}

interface Section extends Place {
  title: string;
  weighted_locations?: { balanced_score: number }[];
}

/** What was found: the best pages with their best sections, and on how many pages. */
export interface Found {
  pages: number;
  best: Page[];
}

/** Pages shown, and sections shown of each. */
const PAGES = 8;
const SECTIONS = 3;

/** Long chapters must not lose against short pages, and what stands in a heading or is a keyword counts most. */
const RANKING = { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 };

let loading: Promise<Pagefind> | undefined;

/**
 * Searches the book.
 * @param index address of Pagefind's script
 * @throws if it cannot be loaded; the next call tries again
 */
export async function find(query: string, index: string): Promise<Found> {
  loading ??= load(index);
  const pagefind = await loading.catch((error) => {
    loading = undefined;
    throw error;
  });
  const { results } = await pagefind.search(query);
  return {
    pages: results.length,
    best: await Promise.all(results.slice(0, PAGES).map((result) => result.data())),
  };
}

async function load(index: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ index);
  await pagefind.options({ ranking: RANKING });
  return pagefind;
}

/** List items for what was found. */
export function itemsOf({ best }: Found): HTMLElement[] {
  return best.map((page) => {
    const item = document.createElement("li");
    const sections = bestSections(page);
    item.append(linkTo(page.url, page.meta.title));
    // a page without sections of its own says where in it the words are
    if (sections.length === 0) item.append(excerptOf(page));
    else {
      const list = document.createElement("ul");
      list.append(
        ...sections.map((section) => {
          const own = document.createElement("li");
          own.append(linkTo(section.url, section.title), excerptOf(section));
          return own;
        }),
      );
      item.append(list);
    }
    return item;
  });
}

/** The sections where the words count most; the page's own top is none. */
function bestSections({ url, sub_results }: Page): Section[] {
  const score = ({ weighted_locations = [] }: Section) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  return sub_results
    .filter((section) => section.url.replace(/#_top$/, "") !== url)
    .sort((a, b) => score(b) - score(a))
    .slice(0, SECTIONS);
}

function linkTo(url: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = text;
  return link;
}

function excerptOf({ excerpt }: Place): HTMLElement {
  const text = document.createElement("p");
  // Pagefind has escaped everything but its marks
  text.innerHTML = excerpt;
  return text;
}
