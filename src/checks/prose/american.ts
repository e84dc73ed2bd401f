import { sayAt } from "./page.ts";
import type { Prose } from "./prose.ts";

/** Forms that British dictionaries have beside those in -ise and -yse, which the book writes. */
const forms: [RegExp, string][] = [
  [/\b(\w+)iz(e|es|ed|ing|er|ers|ation|ations|able)\b/gi, "$1is$2"],
  [/\b(anal|cataly|paraly)yz(e|es|ed|ing|er|ers)\b/gi, "$1ys$2"],
];
/** Words in -ize that have no other form. */
const always = /^(?:siz|seiz|priz|capsiz|baptiz|maiz|oversiz|resiz|downsiz|outsiz|rightsiz|undersiz)/i;

/** American words that the dictionaries have as well, or have no good suggestion for, and what the book writes. */
const american: Record<string, string> = {
  behavior: "behaviour",
  behaviors: "behaviours",
  center: "centre",
  centers: "centres",
  centered: "centred",
  color: "colour",
  colors: "colours",
  favor: "favour",
  favorite: "favourite",
  gray: "grey",
  catalog: "catalogue",
  catalogs: "catalogues",
  defense: "defence",
  labeled: "labelled",
  labeling: "labelling",
  modeling: "modelling",
  neighbor: "neighbour",
  neighbors: "neighbours",
  judgment: "judgement",
  artifact: "artefact",
  artifacts: "artefacts",
};

/** Words that a dictionary has and the book spells in another way. */
export function americanWords(prose: Prose): string[] {
  const listed = [...prose.words.matchAll(/\b[a-z]+\b/gi)].flatMap(({ index, 0: word }) => {
    return isAmerican(word) ? [told(prose, index, word, american[word.toLowerCase()])] : [];
  });
  const formed = forms.flatMap(([form, british]) =>
    [...prose.words.matchAll(form)]
      // a capital inside makes it a name, as in AddressSanitizer
      .filter(({ 0: word }) => !always.test(word) && !/[a-z][A-Z]/.test(word))
      .map(({ index, 0: word }) => told(prose, index, word, word.replace(form, british))),
  );
  return [...listed, ...formed];
}

/** Whether `americanWords` tells of a word. */
export function isAmerican(word: string): boolean {
  return Object.hasOwn(american, word.toLowerCase());
}

function told(prose: Prose, offset: number, word: string, british: string): string {
  return sayAt(prose, offset, `“${word}” is not how the book spells it`, `Write “${british}”`);
}
