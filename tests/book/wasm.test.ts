import { expect, test } from "vitest";
import { compileKernel } from "../../src/notebook/compile/wasm/compile-kernel.ts";
import { fixture } from "../compile/wasm/kernels.ts";
import { expectQuiet, inEveryEngine, press, RUN_MS, reaches } from "./page.ts";
import { resultsOf } from "./said.ts";

const address = "fixtures/kernels/";
const sums = 'hot-notebook[notebook="fixtures/sums"]';
const shared = 'hot-notebook[notebook="fixtures/shared-number"]';

inEveryEngine((open) => {
  test("an AssemblyScript kernel with SIMD gives JavaScript's answer and is measured", async () => {
    const page = await open(address);
    await press(page, sums, "Run");
    await reaches(page, sums, "done", RUN_MS);
    const results = await resultsOf(page, sums);
    expect(results.sums.warnings.map(({ code }) => code)).not.toContain("wrong-answer");
    expect(await page.sees(`${sums} svg.hp-plot`)).toBe(true);
    expectQuiet(page);
  });

  test("a WAT kernel works on memory that several workers share, and gives JavaScript's answer", async () => {
    const page = await open(address);
    await press(page, shared, "Run");
    await reaches(page, shared, "done", RUN_MS);
    const { together } = await resultsOf(page, shared);
    expect(together.warnings.map(({ code }) => code)).not.toContain("wrong-answer");
    expect(together.parallel?.points).toHaveLength(4);
    expectQuiet(page);
  });

  test("the page tells a kernel's text, size and instructions without JavaScript", async () => {
    const page = await open(address, { javaScript: false });
    for (const name of ["sum.as.ts", "tally.wat"] as const) {
      const kernel = await compileKernel(...fixture(name));
      const [text, instructions] = await page.evaluate((file: string) => {
        const shown = document.querySelector(`[data-kernel="${file}"]`);
        const of = (selector: string) =>
          [...(shown?.querySelectorAll(selector) ?? [])].map((part) => part.textContent).join(" ");
        return [of(".nb-built"), of("details.nb-instructions code")];
      }, name);
      expect(text).toContain(`${kernel.size} bytes of WebAssembly`);
      expect(text).toContain(kernel.command);
      expect(instructions.replace(/\s+/g, "")).toBe(kernel.disassembly.replace(/\s+/g, ""));
    }
    expect(await page.sees('[data-kernel="sum.as.ts"] .expressive-code')).toBe(true);
    expect(page.requests().filter((url) => url.includes("_notebooks/"))).toEqual([]);
  });
});
