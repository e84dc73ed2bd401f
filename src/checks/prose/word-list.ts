/** Words of the book that no dictionary has: one a line, in the order of the alphabet, upper case after lower. */
export const WORDS_FILE = "content/words.txt";

/** The words of the list. Lines that begin with # tell about it. */
export function wordsOf(list: string): string[] {
  return list.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
}

/** The list in its order, each word once. */
export function sortedWordList(list: string): string {
  const head = list.split("\n").filter((line) => line.startsWith("#"));
  const words = [...new Set(wordsOf(list).map((word) => word.trim()))].sort(before);
  return `${[...head, ...words].join("\n")}\n`;
}

/** Lines that stand in the wrong place. */
export function wordListProblems(list: string): string[] {
  const sorted = sortedWordList(list);
  if (list === sorted || list === "") return [];
  const lines = list.split("\n");
  const wanted = sorted.split("\n");
  const line = wanted.findIndex((word, i) => word !== lines[i]) + 1;
  const what = `“${lines[line - 1]}” stands where “${wanted[line - 1]}” would`;
  return [`${WORDS_FILE}:${Math.max(1, line)}:1: ${what}. Put the list in order: npm run check -- --fix.`];
}

function before(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? 1 : -1;
}
