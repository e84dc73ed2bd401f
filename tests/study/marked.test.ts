import { expect, test } from "vitest";
import { stateOf } from "../../src/study/marked/state.ts";
import { entry } from "./entries.ts";

const known = (is: boolean) => entry({ kind: "known", known: is });
const choice = (right: boolean) => entry({ kind: "choice", option: "a", right });

test.each([
  ["nothing said", [], "open"],
  ["a quiz that was known", [known(true)], "had"],
  ["one that was known later", [known(false), known(true)], "had"],
  ["one that was known once", [known(true), known(false)], "missed"],
  ["a wrong choice", [choice(false)], "missed"],
  ["a right choice", [choice(true)], "had"],
  ["a question", [entry({ kind: "confidence", confidence: "shaky" })], "shaky"],
  ["entries of other kinds", [known(true), entry({ kind: "measured", value: 1 })], "had"],
] as const)("%s is %s", (_, entries, state) => {
  expect(stateOf(entries)).toBe(state);
});
