import { defineConfig } from "vitest/config";

/** A benchmark on a loaded machine takes tens of seconds, and a cold browser a few more. */
const BROWSER_TEST_MS = 90_000;

/** Tests in real browsers, of the site that is built. */
const inBrowsers = {
  globalSetup: "tests/book/serve-dist.ts",
  testTimeout: BROWSER_TEST_MS,
  hookTimeout: BROWSER_TEST_MS,
};

export default defineConfig({
  test: {
    reporters: ["default", "./tests/reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/book/**", "tests/pages/**", "tests/bench/mutations/**"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "mutations",
          include: ["tests/bench/mutations/**/*.test.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...inBrowsers,
          name: "pages",
          include: ["tests/pages/**/*.test.ts"],
          // What is read, clicked and typed, but not measured: two browsers at a time.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...inBrowsers,
          name: "book",
          include: ["tests/book/**/*.test.ts"],
          // One browser at a time, after everything else: these pages measure time.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
