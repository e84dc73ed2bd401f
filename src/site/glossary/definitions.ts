import GithubSlugger from "github-slugger";
import type { Chapter, Section, Use } from "../chapters/chapter.ts";
import { contentOf, DefinitionError } from "./content.ts";

/** A term, as a chapter defines it by `<Define term="…">…</Define>`. */
export interface Definition {
  term: string;
  /** other names that are in use */
  also: string[];
  /** false if the word means other things elsewhere, so that chapters do not link it by themselves */
  linked: boolean;
  /** the sentences that define it; links begin at the book's root */
  html: string;
  /** the same without tags */
  text: string;
  /** id of its entry in the glossary: "two-bit-counter" */
  id: string;
  chapter: Pick<Chapter, "id" | "title" | "file">;
  section: Section;
  line: number;
  column: number;
}

/** Id of the place that defines a term, on its page. */
export function definitionAnchor(term: string): string {
  return `term-${slug(term)}`;
}

function slug(term: string): string {
  return new GithubSlugger().slug(term);
}

/** Names in `also="…"`, which commas part. */
export function namesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * All definitions of the book, in the order of its text, and one line per mistake: `file:line:column: what. The fix.`
 * @param root the project's folder
 */
export function definitionsOf(
  chapters: readonly Chapter[],
  root: string,
): { definitions: Definition[]; problems: string[] } {
  const definitions: Definition[] = [];
  const problems: string[] = [];
  const owners = new Map<string, Definition>();
  for (const chapter of chapters) {
    for (const use of chapter.uses.filter(({ component }) => component === "Define")) {
      const say = (what: string, fix: string, { line, column }: Pick<Use, "line" | "column"> = use) =>
        problems.push(`${chapter.file}:${line}:${column}: ${what}. ${fix}.`);
      const definition = read(chapter, use, root, say);
      if (!definition) continue;
      for (const name of [definition.term, ...definition.also]) {
        const owner = owners.get(name.toLowerCase());
        if (owner)
          say(
            `“${name}” is defined in ${owner.chapter.file}:${owner.line} already`,
            "Keep one definition, or give one of the two another name",
          );
        else owners.set(name.toLowerCase(), definition);
      }
      definitions.push(definition);
    }
  }
  return { definitions, problems };
}

function read(
  chapter: Chapter,
  { attributes, node, section, line, column }: Use,
  root: string,
  say: (what: string, fix: string, place?: Pick<Use, "line" | "column">) => void,
): Definition | undefined {
  const term = attributes.term?.trim() ?? "";
  if (!term) {
    say("a definition has no term", 'Write <Define term="two-bit counter">…</Define>');
    return;
  }
  try {
    const content = contentOf(node, chapter, root);
    if (content.text) {
      const also = namesIn(attributes.also ?? "");
      const { id, title, file } = chapter;
      return {
        ...{ term, also, linked: attributes.unlinked === undefined, ...content, id: slug(term) },
        ...{ chapter: { id, title, file }, section, line, column },
      };
    }
    say(`the definition of “${term}” is empty`, "Put the sentence that defines it between the tags");
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    const { line, column } = error.node.position?.start ?? { line: 1, column: 1 };
    say(`the definition of “${term}” cannot be shown in the glossary: ${error.message}`, error.fix, {
      line,
      column,
    });
  }
}
