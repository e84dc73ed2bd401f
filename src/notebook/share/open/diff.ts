/** A line of a text and what became of it. */
export interface DiffLine {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Cells of the table below: 1,000 lines against 4,000 take some 20 ms. */
const MOST_CELLS = 4_000_000;

/**
 * The lines of both texts in order, by a longest common subsequence. What is equal at both ends is set apart first; what is
 * left may be too large to compare, and is then removed and added as a whole.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [
    ...as("same", a.slice(0, head)),
    ...changedLines(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...as("same", a.slice(a.length - tail)),
  ];
}

function changedLines(a: string[], b: string[]): DiffLine[] {
  if (a.length * b.length > MOST_CELLS) return [...as("removed", a), ...as("added", b)];
  // common[i][j]: length of the longest common subsequence of a from i and b from j
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j)
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: "same", text: a[i++] });
      j += 1;
    } else if (j === b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1]))
      lines.push({ kind: "removed", text: a[i++] });
    else lines.push({ kind: "added", text: b[j++] });
  }
  return lines;
}

function as(kind: DiffLine["kind"], lines: string[]): DiffLine[] {
  return lines.map((text) => ({ kind, text }));
}
