/** What a command is about to write: every file by its path from the project's root. */
export type Draft = Record<string, string>;

/** Why nothing can be written, and the fix, in one line. */
export class Refusal extends Error {}

/** Lower case with hyphens, as in an address. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The two names of "cpu/branches". */
export function twoNames(name: string, example: string): [string, string] {
  const [first = "", second = "", ...more] = name.split("/");
  if (ID.test(first) && ID.test(second) && more.length === 0) return [first, second];
  throw new Refusal(
    `“${name}” is no name of this kind: two words in lower case, with hyphens, and a slash between. Write it as in ${example}.`,
  );
}
