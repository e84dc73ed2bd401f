import { expect, test } from "vitest";
import type { NativeOutput } from "../../src/notebook/record/native/output.ts";
import { loadNative, nativeMachine, nativeText } from "../../src/site/numbers/native.ts";

const output: NativeOutput = {
  machine: { date: "2026-11-20", cpu: "AMD EPYC, 2 cores", kernel: "Linux 6.18", load: "0.10" },
  hash: "",
  steps: [
    { command: "cc one.c", output: "" },
    { command: "./a.out", output: "3.5 ns" },
  ],
};

test("raw output of a native program reads as in a terminal, and names day and machine", () => {
  expect(nativeText(output)).toBe("$ cc one.c\n$ ./a.out\n3.5 ns");
  expect(nativeMachine(output)).toBe("Measured 20 November 2026 on AMD EPYC, 2 cores; Linux 6.18.");
});

test("a chapter can show one command of several", () => {
  expect(loadNative("branches/branch").steps.map(({ command }) => command)).toEqual([
    "gcc -O2 -o branch branch.c",
    "./branch",
  ]);
  expect(loadNative("branches/branch", "./branch").steps).toHaveLength(1);
});
