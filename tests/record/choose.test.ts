import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { chooseEngines, chooseIds } from "../../src/notebook/record/choose.ts";

describe("what to record", () => {
  it("is everything unless something is asked for", () => {
    expect(chooseIds([], ["a/one", "b/two"], "notebook")).toEqual(["a/one", "b/two"]);
    expect(chooseIds(["b/two"], ["a/one", "b/two"], "notebook")).toEqual(["b/two"]);
  });

  it("must exist: what does is named", () => {
    expect(() => chooseIds(["c/x"], ["a/one", "b/two"], "notebook")).toThrow(
      "no notebook is called c/x. There are a/one, b/two.",
    );
    expect(() => chooseIds(["c/x"], [], "notebook")).toThrow("There are none.");
    expect(() => chooseEngines(["lynx"])).toThrow(
      "there is no browser “lynx”. Name chromium, firefox, webkit.",
    );
  });
});

it.each([
  [
    "record",
    ["--native", "nowhere"],
    /^record: no chapter with native programs is called nowhere\. There are .*branches/,
  ],
  ["claims", ["--browser", "lynx"], /^claims: there is no browser “lynx”/],
])(
  "npm run %s -- %s ends with one line and without a stack trace",
  { timeout: 60_000 },
  (script, args, line) => {
    const { status, stderr } = spawnSync(process.execPath, [`src/notebook/${script}/run.ts`, ...args], {
      encoding: "utf8",
    });
    expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(line)]);
    expect(status).toBe(1);
  },
);
