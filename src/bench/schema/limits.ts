/** How large a result may be. The harness writes at most some 40 kB; what is far beyond was not written by it. */

/** Characters of any text; the longest that the harness writes is a variant's source. */
export const LONGEST_TEXT = 100_000;

/** Elements of any list, fields of any record: a histogram with buckets of 1 % from 1 ns to 100 s has 2,500. */
export const LONGEST_LIST = 10_000;

/** Levels of objects and lists inside the parameters. */
export const DEEPEST_PARAMS = 8;

/** Characters of a whole result as text. */
export const LONGEST_RESULT = 1_000_000;

/** Names that mean something else to JavaScript: code that copies fields by name could be led astray by them. */
export const RESERVED: readonly string[] = ["__proto__", "constructor", "prototype"];
