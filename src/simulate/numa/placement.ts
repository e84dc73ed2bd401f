import { seeded } from "../random.ts";

/** Who touches a page first, and so decides its node; or a policy that ignores who does. */
export type Placement = "one thread writes all" | "each writes its own" | "interleaved";

export interface PlacementSettings {
  placement: Placement;
  nodes: number;
  threadsPerNode: number;
  /** pages of each thread's own part */
  pagesPerThread: number;
  /** share of the threads that run on another node when they read than when they wrote, 0..1 */
  moved?: number;
  seed?: number;
}

/** Where the pages lie, and what it means for a pass in which every thread reads its own part once. */
export interface PlacementRun {
  /** pages on each node */
  pagesOn: number[];
  /** reads[i][j]: pages that threads on node i read from node j */
  reads: number[][];
  /** share of the pages read that lie on another node than their reader */
  remoteRatio: number;
}

/**
 * First touch: a page is put on the node of the thread that writes to it first (Linux's default policy). "Interleaved"
 * deals the pages out to the nodes in turn. Threads fill node 0 first, then node 1, and so on; of those that have
 * moved since, each went to the next node.
 */
export function placePages(settings: PlacementSettings): PlacementRun {
  const { placement, nodes, threadsPerNode, pagesPerThread, moved = 0, seed = 1 } = settings;
  const random = seeded(seed);
  const threads = nodes * threadsPerNode;
  const homes = Array.from({ length: threads }, (_, thread) => Math.floor(thread / threadsPerNode));
  const movers = new Set(shuffled(threads, random).slice(0, Math.round(moved * threads)));
  const pagesOn = Array<number>(nodes).fill(0);
  const reads = Array.from({ length: nodes }, () => Array<number>(nodes).fill(0));
  let remote = 0;
  for (let thread = 0; thread < threads; ++thread) {
    const reader = (homes[thread] + (movers.has(thread) ? 1 : 0)) % nodes;
    for (let i = 0; i < pagesPerThread; ++i) {
      const page = thread * pagesPerThread + i;
      const node = {
        "one thread writes all": 0,
        "each writes its own": homes[thread],
        interleaved: page % nodes,
      }[placement];
      pagesOn[node] += 1;
      reads[reader][node] += 1;
      remote += Number(reader !== node);
    }
  }
  return { pagesOn, reads, remoteRatio: remote / (threads * pagesPerThread) };
}

/**
 * Time of the pass in units of the same pass with every page local and its nodes even: the slowest of all memories and all
 * links, each moving its pages at its own full rate. `link` is the bandwidth from one node to another over that of a
 * node's own memory.
 */
export function passTime({ pagesOn, reads }: PlacementRun, link: number): number {
  const even = pagesOn.reduce((sum, pages) => sum + pages, 0) / pagesOn.length;
  const memories = pagesOn.map((pages) => pages / even);
  const links = reads.flatMap((row, i) => row.filter((_, j) => j !== i).map((pages) => pages / even / link));
  return Math.max(...memories, ...links);
}

/** 0..n-1 in random order (Fisher and Yates). */
function shuffled(n: number, random: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
