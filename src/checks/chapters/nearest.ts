/** The one of `names` that is least far from `name`, or undefined if none is similar. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const distances = names.map((other) => distance(name.toLowerCase(), other.toLowerCase()));
  const best = distances.indexOf(Math.min(...distances));
  return distances[best] <= Math.max(2, name.length / 2) ? names[best] : undefined;
}

/** Letters to insert, delete or replace to make `b` of `a` (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j)
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length];
}
