/** How large a link may be. What is larger was not made by this book, or is better sent as a file. */

/** Characters of the fragment. Chromium and Firefox take megabytes; mail, chat and issue trackers cut long addresses. */
export const LONGEST_FRAGMENT = 32 * 1024;

/** Bytes of the JSON in it. Deflate packs up to 1,030 to 1 (RFC 1951 has no other bound), so a short link could fill the memory. */
export const MOST_BYTES = 256 * 1024;

/** Changed cells, and inputs: more than any notebook has. */
export const MOST_ENTRIES = 200;

/** Characters of an input's name or of a text that it holds. */
export const LONGEST_INPUT = 2_000;

/** Values of one input that takes several. */
export const MOST_VALUES = 200;
