import { defineConfig } from "vitest/config";

/** A benchmark on a loaded machine takes tens of seconds, and a cold browser a few more. */
const BROWSER_TEST_MS = 90_000;

/**
 * Tests in real browsers, of the site that is built: one browser at a time, after everything else. Pages under test measure time, and
 * keys reach one window of WebKitGTK only.
 */
const inBrowsers = {
  fileParallelism: false,
  // WebKitGTK 2.50 falls silent in about one test of a thousand. Silence is asked again and told; a wrong answer never is.
  retry: { count: 1, condition: /not within \d+ ms|timed out in|did not answer within/i },
  sequence: { groupOrder: 1 },
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
        },
      },
      {
        test: {
          ...inBrowsers,
          name: "book",
          include: ["tests/book/**/*.test.ts"],
        },
      },
    ],
  },
});
