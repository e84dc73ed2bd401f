import { readFileSync } from "node:fs";
import { compile } from "../../src/notebook/compile/compile.ts";
import { findNotebooks, readerOf } from "../../src/notebook/compile/find.ts";
import { workerPrelude } from "../../src/notebook/compile/prelude.ts";

/** What contributors wait for at every save. */
const target = "20 ms";
const repetitions = 25;

/** Time to compile each notebook once the compiler is warm: the median of repetitions, in ms. */
export async function compileTimes(root: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [id, file] of findNotebooks(root)) {
    const html = readFileSync(file, "utf8");
    const times: number[] = [];
    for (let i = -5; i < repetitions; ++i) {
      const start = performance.now();
      await compile(file, html, workerPrelude, readerOf(root));
      if (i >= 0) times.push(performance.now() - start);
    }
    const median = times.sort((a, b) => a - b)[Math.floor(repetitions / 2)];
    lines.push(`compile ${id}: ${median.toFixed(1)} ms (target: at most ${target})`);
  }
  return lines;
}
