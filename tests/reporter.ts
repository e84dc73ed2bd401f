/** Counts tests for `run.ts`: writes passed and failed to the file HOT_PATH_TALLY whenever a test file has ended. */

import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, TestSuite } from "vitest/node";

export interface Tally {
  passed: number;
  /** failed tests, and what failed outside of tests: a file that cannot be loaded, a hook, an unhandled rejection */
  failed: number;
  skipped: number;
}

export default class TallyReporter implements Reporter {
  #modules: TestModule[] = [];

  onTestModuleEnd(module: TestModule): void {
    this.#modules.push(module);
    write(this.#modules, 0);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    write(modules, unhandledErrors.length);
    const silent = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.diagnostic()?.flaky);
    for (const { fullName, module } of silent)
      console.log(`Silent at the first attempt: ${module.relativeModuleId}: ${fullName}`);
  }
}

function write(modules: readonly TestModule[], otherFailures: number): void {
  const path = process.env.HOT_PATH_TALLY;
  if (path) writeFileSync(path, JSON.stringify(tallyOf(modules, otherFailures)));
}

function tallyOf(modules: readonly TestModule[], otherFailures: number): Tally {
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  const groups: (TestModule | TestSuite)[] = modules.flatMap((module) => [
    module,
    ...module.children.allSuites(),
  ]);
  const count = (state: string) => states.filter((other) => other === state).length;
  return {
    passed: count("passed"),
    failed: count("failed") + groups.filter((group) => group.errors().length > 0).length + otherFailures,
    skipped: count("skipped"),
  };
}
