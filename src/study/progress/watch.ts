import { isRead, look, type Seen, wordsIn } from "./section.ts";

/** How often the sections are looked at, in seconds. */
const EVERY_S = 1;
/** What is not read as text: code, notebooks, and what is folded. */
const NO_TEXT = "pre, hot-notebook, details, svg, table";

/** A section of a chapter: from its heading to the next one, or from the top of the text. */
interface Section {
  id: string;
  elements: Element[];
  seen: Seen;
  words?: number;
}

/** The sections of the chapter on this page; "_top" is what stands before the first heading. */
export function sectionsOf(content: Element): Section[] {
  const sections: Section[] = [];
  for (const element of content.children) {
    const id = element.matches(".level-h2") ? element.querySelector("h2")?.id : undefined;
    if (id || sections.length === 0)
      sections.push({ id: id ?? "_top", elements: [], seen: { seconds: 0, end: false } });
    sections[sections.length - 1].elements.push(element);
  }
  return sections;
}

/** Calls back with each section once it has been read. While the page is hidden or a notebook measures, no time passes. */
export function watch(
  sections: readonly Section[],
  isKnown: (id: string) => boolean,
  read: (id: string) => void,
): void {
  setInterval(() => {
    if (document.hidden || document.querySelector('hot-notebook[data-state="running"]')) return;
    for (const section of sections) {
      if (isKnown(section.id)) continue;
      const { elements } = section;
      const extent = {
        top: elements[0].getBoundingClientRect().top,
        bottom: elements[elements.length - 1].getBoundingClientRect().bottom,
      };
      section.seen = look(section.seen, extent, { top: 0, bottom: innerHeight }, EVERY_S);
      if (!section.seen.end) continue;
      section.words ??= elements.reduce((sum, element) => sum + wordsOf(element), 0);
      if (isRead(section.seen, section.words)) read(section.id);
    }
  }, EVERY_S * 1000);
}

function wordsOf(element: Element): number {
  if (element.matches(NO_TEXT)) return 0;
  if (!element.querySelector(NO_TEXT)) return wordsIn(element.textContent ?? "");
  return [...element.children].reduce((sum, child) => sum + wordsOf(child), 0);
}
