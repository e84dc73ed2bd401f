interface Cluster {
  centre: number;
  members: number[];
}

/**
 * Moves heights apart until neighbours are at least `gap` from each other, and all within [0, most].
 * Returned in the order given. Heights that would touch form a cluster around their mean, which moves
 * each as little as it can (pool adjacent violators); a cluster at the edge is moved inside.
 */
export function spread(heights: number[], gap: number, most: number): number[] {
  const half = ({ members }: Cluster) => ((members.length - 1) * gap) / 2;
  const inside = (cluster: Cluster): Cluster => ({
    ...cluster,
    centre: Math.max(half(cluster), Math.min(most - half(cluster), cluster.centre)),
  });
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const clusters: Cluster[] = [];
  for (const i of order) {
    let cluster = inside({ centre: heights[i], members: [i] });
    for (let last = clusters.at(-1); last && touches(last, cluster, gap); last = clusters.at(-1)) {
      clusters.pop();
      cluster = inside(merge(last, cluster));
    }
    clusters.push(cluster);
  }
  const placed = [...heights];
  for (const cluster of clusters)
    for (const [k, i] of cluster.members.entries()) placed[i] = cluster.centre - half(cluster) + k * gap;
  return placed;
}

function touches(a: Cluster, b: Cluster, gap: number): boolean {
  return b.centre - a.centre < ((a.members.length + b.members.length) / 2) * gap;
}

function merge(a: Cluster, b: Cluster): Cluster {
  const members = [...a.members, ...b.members];
  const centre = (a.centre * a.members.length + b.centre * b.members.length) / members.length;
  return { centre, members };
}
