import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { paths as check } from "../../src/checks/chapters/paths.ts";
import { readPaths } from "../../src/site/paths/paths.ts";

const chapters = ["start/a", "cpu/b", "cpu/c", "memory/d"];
const path = (stages: string, more = "") => `
prerequisites:
  cpu/c: [cpu/b]
paths:
  - id: short
    title: Short
    for: Those in a hurry.
${more}    stages:
${stages}`;
const stage = (...ids: string[]) => `      - { title: One, chapters: [${ids.join(", ")}] }\n`;
const read = (text: string) => readPaths(text, chapters);

test("a path has stages of chapters, and a chapter what it builds on", () => {
  const { paths, prerequisites, problems } = read(path(stage("start/a", "cpu/b") + stage("cpu/c")));
  expect(problems).toEqual([]);
  expect(paths).toEqual([
    {
      id: "short",
      title: "Short",
      for: "Those in a hurry.",
      stages: [
        { title: "One", chapters: ["start/a", "cpu/b"] },
        { title: "One", chapters: ["cpu/c"] },
      ],
    },
  ]);
  expect(prerequisites.get("cpu/c")).toEqual(["cpu/b"]);
});

test("a chapter may build on one that the path does not hold", () => {
  expect(read(path(stage("cpu/c"))).problems).toEqual([]);
});

describe("mistakes, each with its place and the fix", () => {
  test.each([
    ["an unknown chapter", path(stage("cpu/x")), "“cpu/x” is no chapter of the syllabus"],
    ["a chapter twice", path(stage("cpu/b") + stage("cpu/b")), "“cpu/b” stands twice in “short”"],
    [
      "a chapter before what it builds on",
      path(stage("cpu/c", "cpu/b")),
      "builds on “cpu/b”, which comes later",
    ],
    ["fewer stages than days", path(stage("cpu/b"), "    days: 7\n"), "has 1 stages for 7 days"],
    [
      "a whole path that leaves out chapters",
      path(stage("cpu/b"), "    whole: true\n"),
      "leaves out start/a, cpu/c, memory/d",
    ],
    ["no stages", path(""), "“stages” is no list"],
    ["a stage without a title", path("      - { chapters: [cpu/b] }\n"), "“title” is missing"],
    ["no prerequisites", "paths: []", "“prerequisites” is missing"],
    ["broken YAML", "paths: [", "not valid YAML"],
    [
      "what builds on itself in a circle",
      path(stage("cpu/b")).replace("cpu/c: [cpu/b]", "cpu/b: [cpu/c]"),
      "“cpu/c” does not come before “cpu/b”",
    ],
    [
      "what builds on itself",
      path(stage("cpu/b")).replace("[cpu/b]", "[cpu/c]"),
      "“cpu/c” does not come before “cpu/c”",
    ],
    ["what builds on nothing", path(stage("cpu/b")).replace("[cpu/b]", "[]"), "has 0 prerequisites"],
    [
      "what builds on the whole book",
      path(stage("cpu/b")).replace("cpu/c: [cpu/b]", "memory/d: [start/a, cpu/b, cpu/c, start/a]"),
      "has 4 prerequisites",
    ],
  ])("%s", (_, text, what) => {
    const { problems } = read(text);
    expect(problems.join("\n")).toContain(what);
    for (const problem of problems)
      expect(problem).toMatch(/^content\/paths\.yaml:\d+:\d+: [^\n]+\. [^\n]+\.$/);
  });

  test("two paths of one name", () => {
    const one = path(stage("cpu/b"));
    const two = one + one.slice(one.indexOf("  - id"));
    expect(read(two).problems.join()).toContain("the path “short” stands twice");
  });
});

test("the paths of the book agree with its syllabus and its chapters", async () => {
  expect(await check.run(process.cwd())).toEqual([]);
  expect(readFileSync("content/paths.yaml", "utf8")).toContain("whole: true");
});
