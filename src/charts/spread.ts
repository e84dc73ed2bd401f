/**
 * Moves heights apart until neighbours are at least `gap` from each other, each as little as it can,
 * and all within [0, most]. Returned in the order given. Clusters that touch are merged around their
 * mean, which is the least-squares answer (pool adjacent violators, Ayer et al. 1955).
 */
export function spread(heights: number[], gap: number, most: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const clusters: Cluster[] = [];
  for (const i of order) {
    let cluster: Cluster = { centre: heights[i], members: [i] };
    for (let last = clusters.at(-1); last && touches(last, cluster, gap); last = clusters.at(-1)) {
      clusters.pop();
      cluster = merge(last, cluster);
    }
    clusters.push(cluster);
  }
  const placed = [...heights];
  for (const { centre, members } of clusters) {
    const half = ((members.length - 1) * gap) / 2;
    const middle = Math.max(half, Math.min(most - half, centre));
    for (const [k, i] of members.entries()) placed[i] = middle - half + k * gap;
  }
  return placed;
}

type Cluster = { centre: number; members: number[] };

function touches(a: Cluster, b: Cluster, gap: number): boolean {
  return b.centre - a.centre < ((a.members.length + b.members.length) / 2) * gap;
}

function merge(a: Cluster, b: Cluster): Cluster {
  const members = [...a.members, ...b.members];
  const centre = (a.centre * a.members.length + b.centre * b.members.length) / members.length;
  return { centre, members };
}
