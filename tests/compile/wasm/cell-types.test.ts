import { expect, it } from "vitest";
import { cellProblems } from "../../../src/checks/notebooks/cell-types.ts";
import { readerOf } from "../../../src/notebook/compile/find.ts";
import { compileKernel } from "../../../src/notebook/compile/wasm/compile-kernel.ts";
import { COMPILER_MS, fixture } from "./kernels.ts";

const folder = "tests/fixtures/notebooks/fixtures";
const read = readerOf(".");
const notebooks = [
  {
    id: "fixtures/sums",
    file: `${folder}/sums.html`,
    kernels: [await compileKernel(...fixture("sum.as.ts"))],
  },
  {
    id: "fixtures/shared-number",
    file: `${folder}/shared-number.html`,
    kernels: [await compileKernel(...fixture("tally.wat"))],
  },
];

it("cells that pass kernels what they take are silent, and others are told their place in the notebook", {
  timeout: COMPILER_MS,
}, async () => {
  expect(await cellProblems(process.cwd(), notebooks)).toEqual([]);
  const wrong = (path: string) =>
    read(path)
      ?.replace("sum(pointer, count)", 'sum(pointer, "one")')
      .replace("instantiate(memory)", "instantiate(memory).talley");
  const lineOf = (path: string, text: string) =>
    (wrong(path) ?? "").split("\n").findIndex((l) => l.includes(text)) + 1;
  const [sums, shared] = notebooks.map(({ file }) => file);
  const said = (await cellProblems(process.cwd(), notebooks, wrong)).filter((line) => !line.startsWith(" "));
  expect(said).toHaveLength(2);
  const [inShared, inSums] = said.toSorted();
  expect(inShared).toMatch(new RegExp(`^${shared}:${lineOf(shared, "talley")}:\\d+: TS2551: .*'talley'`));
  expect(inSums).toMatch(new RegExp(`^${sums}:${lineOf(sums, '"one"')}:\\d+: TS2345: .*'number'`));
  const line = (wrong(sums) ?? "").split("\n")[lineOf(sums, '"one"') - 1];
  expect(inSums).toContain(`:${line.indexOf('"one"') + 1}: `);
});
