import { defineConfig } from "vitest/config";

/** A benchmark on a loaded machine takes tens of seconds, and a cold browser a few more. */
const BROWSER_TEST_MS = 90_000;

export default defineConfig({
  test: {
    reporters: ["default", "./tests/reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/book/**", "tests/bench/mutations/**"],
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
          name: "book",
          include: ["tests/book/**/*.test.ts"],
          globalSetup: "tests/book/serve-dist.ts",
          // One browser at a time, after everything else: the pages under test measure time.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: BROWSER_TEST_MS,
          hookTimeout: BROWSER_TEST_MS,
        },
      },
    ],
  },
});
