/**
 * Characters that change how the text around them is read without being seen: controls, marks that turn the direction of
 * writing, spaces of no width, and letters that fill no room ("Trojan Source", Boucher and Anderson 2021, CVE-2021-42574).
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** The text with every such character written out, as in "U+202E"; tabs and line ends stay. */
export function visible(text: string): string {
  return text.replace(unseen, (character) =>
    character === "\t" || character === "\n"
      ? character
      : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}
