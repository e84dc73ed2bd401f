import { describe, expect, it } from "vitest";
import { auditProblems } from "../../src/checks/code/audit.ts";
import { installScriptProblems } from "../../src/checks/code/install-scripts.ts";

describe("an audit", () => {
  const holes = {
    vulnerabilities: {
      trie: {
        severity: "high",
        range: "<1.2.0",
        via: [{ title: "Endless loop", url: "https://example.org/1" }],
        fixAvailable: true,
      },
      reader: {
        severity: "high",
        range: "*",
        via: ["trie"],
        fixAvailable: { name: "reader", version: "2.0.0" },
      },
    },
  };

  it("names the package with the hole and the fix, and not those that use it", () => {
    expect(auditProblems(JSON.stringify(holes)).problems).toEqual([
      "package-lock.json:1:1: trie <1.2.0 has a hole (high): Endless loop, https://example.org/1. Run npm audit fix, then node src/checks/complete-lock.ts.",
    ]);
  });

  it("that finds nothing gives no word", () => {
    expect(auditProblems('{ "vulnerabilities": {} }')).toEqual({ problems: [] });
  });

  it.each([
    ["of a registry that refuses", '{ "message": "405 Method Not Allowed", "statusCode": 405 }'],
    ["without a network", '{ "error": { "code": "ENOTFOUND" } }'],
    ["that was cut off", '{ "vulnerab'],
    ["that said nothing", ""],
  ])("%s is no problem, and leaves a note", (_, json) => {
    const { problems, note } = auditProblems(json);
    expect(problems).toEqual([]);
    expect(note).toContain("not known");
  });
});

it("a package that runs a script when it is installed must be decided on", () => {
  const lock = JSON.stringify(
    {
      packages: {
        "": {},
        "node_modules/a": { hasInstallScript: true },
        "node_modules/b/node_modules/@c/d": { hasInstallScript: true },
      },
    },
    null,
    2,
  );
  expect(installScriptProblems(lock, { a: false })).toEqual([
    'package-lock.json:7:5: @c/d runs a script when it is installed. Read the script, then write "@c/d": true or false under allowScripts in package.json.',
  ]);
  expect(installScriptProblems(lock, { a: false, "@c/d": true })).toEqual([]);
});
