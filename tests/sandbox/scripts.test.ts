import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { describe, expect, it } from "vitest";
import { PAGE } from "../../src/notebook/sandbox/frame.ts";
import { LONGEST_MESSAGE, MOST_MESSAGES } from "../../src/notebook/sandbox/limits.ts";
import { inLockdown, SANDBOX_SCRIPT } from "../../src/notebook/sandbox/sandbox.ts";
import { pageScripts } from "../../src/site/production/inline-scripts.ts";
import { sandboxHash } from "../../src/site/production/sandbox-hash.ts";

const text = (name: string) =>
  readFileSync(new URL(`../../src/notebook/sandbox/${name}`, import.meta.url), "utf8");
const [boot, lockdown] = ["boot.js", "lockdown.js"].map(text);

describe("the script of the frame", () => {
  it("is what the page's policy names by its hash", () => {
    expect(pageScripts(PAGE)).toMatchObject({ hashes: [sandboxHash()], handlers: [], foreign: [] });
  });

  it("may only start workers, from addresses that it makes", () => {
    expect(PAGE).toContain(
      "default-src 'none'; script-src 'nonce-boot' 'wasm-unsafe-eval'; worker-src blob: data:",
    );
  });
});

describe("the lockdown", () => {
  it("leaves the script its lines, and makes it strict", () => {
    const script = "throw new Error('first line');\nlet second = 2;";
    const locked = inLockdown(script);
    expect(locked.split("\n")).toHaveLength(2);
    expect(locked.split("\n")[1]).toBe("let second = 2;");
    expect(locked).toMatch(/^"use strict"; /);
    expect(() => parse(locked, { ecmaVersion: "latest", sourceType: "script" })).not.toThrow();
  });

  it("has no comment that would swallow what follows on its line", () => {
    expect(lockdown).not.toMatch(/(^|[\s;{}])\/\//m);
  });
});

it("frame, worker and page have the same limits", () => {
  const written = (script: string, name: string) =>
    Number(new RegExp(`const ${name} = ([\\d_]+);`).exec(script)?.[1].replaceAll("_", ""));
  expect(written(boot, "LONGEST_MESSAGE")).toBe(LONGEST_MESSAGE);
  expect(written(lockdown, "longestMessage")).toBe(LONGEST_MESSAGE);
  // the frame adds one of its own
  expect(written(boot, "MOST_MESSAGES") + 1).toBe(MOST_MESSAGES);
  expect(boot).toContain(`at ${SANDBOX_SCRIPT}:`);
  expect(lockdown).toContain(`"${SANDBOX_SCRIPT}"`);
});
