import type { Draft } from "./draft.ts";

const page = (title: string, cells: string[]) =>
  `<!doctype html>\n<notebook theme="air">\n  <title>${title}</title>\n${cells.join("\n")}\n</notebook>\n`;

const cell = (id: number, type: string, text: string, attributes = "") =>
  `  <script id="${id}" type="${type}"${attributes}>\n${text
    .split("\n")
    .map((line) => (line ? `    ${line}` : ""))
    .join("\n")}\n  </script>`;

const MD = "text/markdown";
const TS = "text/x-typescript";

/** A notebook that measures two variants. */
export function measureText(title: string): string {
  return page(title, [
    cell(1, MD, "FILL IN: one sentence that says what differs and what does not."),
    cell(
      2,
      TS,
      "// FILL IN: the kernel, ten to thirty lines, with a result that depends on all the work\nfunction sum(xs: Float64Array): number {\n  let sum = 0;\n  for (let i = 0; i < xs.length; ++i) sum += xs[i];\n  return sum;\n}",
      " pinned",
    ),
    cell(
      3,
      TS,
      'import * as Inputs from "npm:@observablehq/inputs";\nconst n = view(Inputs.select([2 ** 12, 2 ** 16], {\n  value: 2 ** 16,\n  label: "Numbers",\n  format: (x: number) => x.toLocaleString("en-GB"),\n}));',
    ),
    cell(4, TS, 'import { ratioPlot } from "#charts";\ndisplay(ratioPlot(run));'),
    cell(
      5,
      TS,
      'import { experiment } from "#bench";\n// FILL IN: the variants, and as claims what the chapter says of them\nconst run = view(experiment({\n  params: { n },\n  per: { what: "element", count: n },\n  setup: ({ random, n }) => Float64Array.from({ length: n }, random),\n  variants: {\n    first: (xs) => sum(xs),\n    second: (xs) => sum(xs),\n  },\n}));',
      " pinned",
    ),
  ]);
}

/** A notebook with a seeded model, and claims of what it gives exactly. */
export function simulationText(title: string): string {
  return page(title, [
    cell(1, MD, "FILL IN: one sentence that says what is modelled, and that it is a model."),
    cell(
      2,
      TS,
      "// FILL IN: the model\nfunction model(steps: number): number {\n  let state = 0;\n  for (let i = 0; i < steps; ++i) state += i % 2;\n  return state;\n}",
      " pinned",
    ),
    cell(
      3,
      TS,
      'import * as Inputs from "npm:@observablehq/inputs";\nconst steps = view(Inputs.range([10, 1000], { value: 100, step: 10, label: "Steps" }));',
    ),
    cell(4, TS, "display(md`The model ends at ${model(steps)}.`);"),
    cell(
      5,
      TS,
      'import { exactClaims } from "#charts";\n// FILL IN: what the chapter says of it, from fixed settings\ndisplay(exactClaims([{ says: "FILL IN: every second step counts", value: model(100), atLeast: 50, atMost: 50 }]));',
    ),
  ]);
}

/** A C program, and how to compile and run it. */
export function nativeProgram(chapter: string, name: string, runs: string): Draft {
  const folder = `notebooks/${chapter}/native`;
  const entry = `${name}:\n  - gcc -O2 -o ${name} ${name}.c\n  - { run: ./${name}, pinned: true }\n`;
  return {
    [`${folder}/${name}.c`]: `/* FILL IN: what it shows */\n#include <stdio.h>\n\nint main(void) {\n  printf("FILL IN: a result, with its unit\\n");\n  return 0;\n}\n`,
    [`${folder}/runs.yaml`]: runs ? `${runs.trimEnd()}\n\n${entry}` : entry,
  };
}
