/**
 * Counts tests for `run.ts`: writes passed and failed, and what there is to tell of those that failed, to the file HOT_PATH_TALLY
 * whenever a test file has ended.
 */

import { writeFileSync } from "node:fs";
import type { ParsedStack } from "vitest";
import type { Reporter, TestModule, TestSuite } from "vitest/node";

/** Of a message that shows a whole page, its beginning tells enough. */
const MOST_CHARACTERS = 1500;

export interface Tally {
  passed: number;
  /** failed tests, and what failed outside of tests: a file that cannot be loaded, a hook, an unhandled rejection */
  failed: number;
  skipped: number;
  /** a text for each test that failed, or that passed only when it was asked again: file, name, reason */
  told: string[];
}

export default class TallyReporter implements Reporter {
  #modules: TestModule[] = [];

  onTestModuleEnd(module: TestModule): void {
    this.#modules.push(module);
    write(this.#modules, 0);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    write(modules, unhandledErrors.length);
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
    told: modules.flatMap(toldOf),
  };
}

function toldOf(module: TestModule): string[] {
  const tests = [...module.children.allTests()].flatMap((test) => {
    const { state, errors = [] } = test.result();
    const again = test.diagnostic()?.flaky;
    if (state !== "failed" && !again) return [];
    const outcome = again ? "Passed only when asked again" : "Failed";
    return [`${outcome}: ${module.relativeModuleId}: ${test.fullName}\n${reasons(errors)}`];
  });
  const groups = [module, ...module.children.allSuites()]
    .filter((group) => group.errors().length > 0)
    .map((group) => `Failed outside of a test: ${module.relativeModuleId}\n${reasons(group.errors())}`);
  return [...tests, ...groups];
}

/** Of each error the message, without what makes it long, and the first places of its stack that are ours. */
function reasons(errors: readonly { message: string; stacks?: readonly ParsedStack[] }[]): string {
  const reason = ({ message, stacks = [] }: (typeof errors)[number]) => {
    const lines = message.slice(0, MOST_CHARACTERS).split("\n");
    const places = stacks.slice(0, 3).map(({ file, line, column }) => `at ${file}:${line}:${column}`);
    return [...lines, ...places].map((line) => `    ${line}`).join("\n");
  };
  return errors.map(reason).join("\n");
}
