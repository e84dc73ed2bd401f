/**
 * Control characters (terminal escapes), format characters (direction, invisible ones), separators of lines, halves of
 * pairs and characters that are none; not the line feed.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/**
 * Text from outside as text that can do no harm where it is shown: what cannot be seen is spelled out as `\u{202e}`, and
 * what exceeds `most` characters is left out, with the full length.
 */
export function harmless(text: string, most: number): string {
  const shown = text.slice(0, most).replace(UNSEEN, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
  return text.length > most || shown.length > 4 * most
    ? `${shown.slice(0, 4 * most)}… (${text.length} characters)`
    : shown;
}

/** True if the text is short and shows all of itself. */
export function isPlain(text: string, most: number): boolean {
  return text.length <= most && !text.includes("\n") && harmless(text, most) === text;
}
