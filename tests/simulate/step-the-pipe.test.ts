import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import { fiveStage, type Instruction, parseTrace } from "../../src/simulate/index.ts";

type InOrder = (
  program: Instruction[],
  forwarding: boolean,
) => { decode: number; execute: number; memory: number; write: number }[];

const html = readFileSync("notebooks/cpu-pipeline/step-the-pipe.html", "utf8");
const kernel = /<script id="2"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
const text = stripTypeScriptTypes(kernel).replace(/import .*/, "");
const inOrder: InOrder = new Function(`${text}\nreturn inOrder;`)();

const programs = [
  "add r1, r8, r9; sub r2, r1, r9; and r3, r2, r1; or r4, r8, r9",
  "lw r1, 0(r9); lw r2, 4(r9); add r3, r1, r2; sw r3, 12(r9); lw r4, 8(r9); add r5, r1, r4; sw r5, 16(r9)",
  "lw r1, 0(r1); lw r1, 0(r1); add r1, r1, r1; sw r1, 0(r1)",
];

test("the rules that cpu-pipeline/step-the-pipe shows give the library's times where no branch stands", () => {
  for (const program of programs)
    for (const forwarding of [true, false]) {
      const trace = parseTrace(program);
      const { rows } = fiveStage(trace, { forwarding });
      const first = (stage: string) =>
        rows.map(({ stays }) => stays.find((stay) => stay.stage === stage)?.from);
      const times = inOrder(trace, forwarding);
      expect(times.map(({ decode }) => decode)).toEqual(first("D"));
      expect(times.map(({ execute }) => execute)).toEqual(first("X"));
      expect(times.map(({ memory }) => memory)).toEqual(first("M"));
      expect(times.map(({ write }) => write)).toEqual(first("W"));
    }
});
