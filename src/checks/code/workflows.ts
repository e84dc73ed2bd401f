import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../check.ts";
import { textOf } from "../files.ts";
import { sayAt } from "../prose/page.ts";

const FOLDER = ".github/workflows";

/** What runs for a stranger's pull request runs what was read: actions by their hash, and nothing that could be stolen. */
export const workflows: Check = {
  name: "workflows",
  run: async (root) =>
    existsSync(join(root, FOLDER))
      ? readdirSync(join(root, FOLDER))
          .map((name) => `${FOLDER}/${name}`)
          .flatMap((file) => workflowProblems(file, textOf(root, file)))
      : [],
};

/** What is wanted of a workflow, what breaks it, and the fix. */
const rules: [pattern: RegExp, what: string, fix: string][] = [
  [
    /\buses:\s+(?!\.\/)(?!\S+@[0-9a-f]{40}(?:\s|$))\S+/g,
    "an action is not pinned by its hash: whoever can move its tag can run code here",
    "Write the 40 digits of the commit after the @, and the version in a comment",
  ],
  [
    /\bpull_request_target\b/g,
    "“pull_request_target” gives a stranger's change the rights of main",
    "Use “pull_request”",
  ],
  [
    /\$\{\{\s*secrets\./g,
    "a secret is used, and a pull request could read it",
    "Do without: building, testing and deploying need none",
  ],
  [
    /\brun:.*\$\{\{\s*github\.(?:event|head_ref)/g,
    "a command holds a text that a stranger chooses, such as the name of a branch",
    "Pass it through env, and use the variable in quotes",
  ],
];

/** Problems of one workflow's text, in their order. */
export function workflowProblems(file: string, text: string): string[] {
  return rules
    .flatMap(([pattern, what, fix]) =>
      [...text.matchAll(pattern)].map(({ index }) => ({
        index,
        line: sayAt({ file, text }, index, what, fix),
      })),
    )
    .sort((a, b) => a.index - b.index)
    .map(({ line }) => line);
}
