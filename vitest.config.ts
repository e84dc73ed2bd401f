import { defineConfig } from "vitest/config";

/** Tests without a browser give way to those in one, and some of them check the whole book or compile programs: 10 s alone, 60 beside others. */
const UNIT_TEST_MS = 240_000;

/** A benchmark on a loaded machine takes tens of seconds, and a cold browser a few more. */
const BROWSER_TEST_MS = 90_000;

/**
 * Tests in real browsers, of the site that is built: one browser at a time, after everything else. Pages under test measure time, and
 * keys reach one window of WebKitGTK only.
 */
const inBrowsers = {
  fileParallelism: false,
  // one process for all files, so that a browser starts once
  isolate: false,
  // Three real browsers on a machine with neighbours: what fails is asked again, and told with its reason at the end of the
  // run. WebKitGTK falls silent now and then, and one test in a hundred waits for it in vain.
  retry: 2,
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
          testTimeout: UNIT_TEST_MS,
          hookTimeout: UNIT_TEST_MS,
        },
      },
      {
        test: {
          name: "mutations",
          include: ["tests/bench/mutations/**/*.test.ts"],
          sequence: { groupOrder: 0 },
          testTimeout: UNIT_TEST_MS,
          hookTimeout: UNIT_TEST_MS,
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
