import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What is asked of the harness and its rivals. */
export type Test =
  | "same"
  | "five-percent"
  | "half-percent"
  | "bias"
  | "range"
  | "longer"
  | "longer-half-percent"
  | "contamination"
  | "busy";

/** One comparison to make. */
export interface Trial {
  test: Test;
  pair: { kernel: string; sizes?: [number, number] };
  seed: number;
  /** processes that keep a core busy each; none unless given */
  busy?: number;
  /** a rival; the harness itself unless given */
  tool?: "mitata" | "tinybench";
}

/** What the harness said. */
export interface Compared {
  /** "refused": nothing can be said of the pair */
  verdict: string;
  ratio: number;
  interval: [number, number];
  coverage: number;
  typicalNs: number[];
  /** standard deviation of ln(block ratio) */
  blockNoise: number;
  blocks: number;
  /** part of the slices that were set aside, 0..1 */
  setAside: number;
  /** blocks measured again or left out */
  redone: number;
  elapsedMs: number;
  /** ms to start a worker, hand it its job and end it, median */
  spawnMs: number;
  /** part of the worker runs whose slices were more than 5 % faster or slower than the end of their warm-up, 0..1 */
  unsettled: number;
  /** longest task on the page meanwhile, ms; 0 where the browser does not tell */
  longestTaskMs: number;
  warnings: string[];
  /** ns per call of the first variant by one long measurement */
  shotNs?: number;
}

/** What a rival said, or how much slower a variant became beside others. */
export interface RivalCompared {
  ratio: number;
  differs: boolean;
  ns: number;
  elapsedMs: number;
}

export type Line = Trial & Compared;
export type RivalLine = Trial & RivalCompared;

/** One setting: an engine, isolated or not. */
export interface Recorded {
  /** "chromium-isolated" */
  name: string;
  lines: Line[];
  rivals: RivalLine[];
}

/** All comparisons recorded against truth, by setting; the file of each is `<folder>/<name>.jsonl`. */
export function readAcceptance(folder: string): Recorded[] {
  return globSync("*.jsonl", { cwd: folder })
    .sort()
    .map((file) => {
      const all = readFileSync(join(folder, file), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Trial);
      const isRival = ({ tool, test }: Trial) => tool !== undefined || test === "contamination";
      return {
        name: basename(file, ".jsonl"),
        lines: all.filter((line) => !isRival(line)) as Line[],
        rivals: all.filter(isRival) as RivalLine[],
      };
    });
}
