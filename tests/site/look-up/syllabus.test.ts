import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverProblems } from "../../../src/checks/chapters/covers.ts";
import { readChapter } from "../../../src/site/chapters/chapter.ts";
import { countsOf, coverageOf } from "../../../src/site/syllabus/coverage.ts";
import { readSyllabus } from "../../../src/site/syllabus/read-syllabus.ts";
import { notebookText, stateText } from "../../../src/site/syllabus/words.ts";

const TEXT = `parts:
- id: cpu
  title: CPU
  chapters:
  - id: branches
    title: Branches
    teach: [prediction mechanisms, "likely/unlikely"]
    beyond: [PGO]
    notebooks:
    - { id: tent, kind: measure, idea: "A sweep", needs: [wasm, none] }
    - { id: lab, kind: sim, idea: "Models", needs: [none] }
  - id: caches
    title: Caches
    teach: [cache lines]
    beyond: []
    notebooks: []
`;
const { syllabus } = readSyllabus(TEXT);

const chapter = (covers: string, body = "## Prediction mechanisms\n\n## Hints\n") =>
  readChapter("content/cpu/branches.mdx", `---\ntitle: T\ncovers:\n${covers}\n---\n\n${body}`);

const WHOLE = '- prediction mechanisms\n- { item: likely/unlikely, at: "#hints" }\n- PGO';

describe("reading the syllabus", () => {
  it("gives parts, chapters, items and experiments", () => {
    const [branches] = syllabus.parts[0].chapters;
    expect(branches.teach).toEqual(["prediction mechanisms", "likely/unlikely"]);
    expect(branches.notebooks[0]).toEqual({
      ...{ id: "tent", kind: "measure", idea: "A sweep", needs: ["wasm", "none"] },
    });
  });

  it.each([
    ["parts: [", "1:9: not valid YAML"],
    ["", "1:1: “parts” is missing"],
    [TEXT.replace("- id: caches", "- id: branches"), "12:9: “branches” stands twice"],
    [TEXT.replace("- id: caches", "- id: The caches"), "12:9: “The caches” cannot be an address"],
    [TEXT.replace("[PGO]", "[PGO, PGO]"), "8:19: “PGO” stands twice"],
    [TEXT.replace("[PGO]", '["likely/unlikely"]'), "8:14: “likely/unlikely” stands twice"],
    [TEXT.replace("[PGO]", "[7]"), "8:14: is no text"],
    [TEXT.replace("[PGO]", "PGO"), "8:13: “beyond” is no list"],
    [TEXT.replace("kind: sim", "kind: simulation"), "11:24: “simulation” is not known here"],
    [TEXT.replace("needs: [wasm, none]", "needs: [gpu]"), "10:59: “gpu” is not known here"],
    [TEXT.replace("    title: Caches\n", ""), "12:5: “title” is missing"],
  ])("a mistake is told with its place and the fix (%#)", (text, what) => {
    const { problems } = readSyllabus(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`content/syllabus.yaml:${what}`);
    expect(problems[0]).toMatch(/\. [A-Z].*\.$/s);
  });

  it("the project's own has no mistake", () => {
    const own = readFileSync(new URL("../../../content/syllabus.yaml", import.meta.url), "utf8");
    expect(readSyllabus(own).problems).toEqual([]);
  });
});

describe("what the chapters cover of it", () => {
  const coverage = (covers: string, body?: string, notebooks: string[] = []) =>
    coverageOf(syllabus, [chapter(covers, body)], notebooks)[0];

  it("leads to the heading that says the same, to the place that is named, or to the page", () => {
    const [branches] = coverage(WHOLE).chapters;
    expect(branches.href).toBe("/cpu/branches/");
    expect(branches.teach.map(({ place }) => place)).toEqual([
      { href: "/cpu/branches/#prediction-mechanisms", section: "Prediction mechanisms" },
      { href: "/cpu/branches/#hints", section: "Hints" },
    ]);
    expect(branches.beyond[0].place).toEqual({ href: "/cpu/branches/", section: "" });
  });

  it("an anchor within a section is told by the section's heading", () => {
    const [branches] = coverage(
      '- { item: PGO, at: "#here" }',
      '## Hints\n\n<p id="here">Text.</p>',
    ).chapters;
    expect(branches.beyond[0].place).toEqual({ href: "/cpu/branches/#here", section: "Hints" });
  });

  it("a chapter that does not exist covers nothing", () => {
    const caches = coverage(WHOLE).chapters[1];
    expect(caches).toMatchObject({ href: null, teach: [{ item: "cache lines", place: null }] });
  });

  it("experiments exist, and are shown where a chapter shows them", () => {
    const [{ notebooks }] = coverage(WHOLE, '## Measure\n\n<Notebook src="branches/tent" />', [
      "branches/tent",
      "branches/lab",
    ]).chapters;
    expect(notebooks.map(({ exists, place }) => [exists, place?.href])).toEqual([
      [true, "/cpu/branches/#measure"],
      [true, undefined],
    ]);
  });

  it("is counted, and said in words", () => {
    const counts = countsOf(coverage(WHOLE, undefined, ["branches/tent"]).chapters);
    expect(counts).toEqual({
      chapters: { done: 1, planned: 2 },
      items: { done: 3, planned: 4 },
      notebooks: { done: 1, planned: 2 },
    });
    expect(stateText(counts)).toBe(
      "The plan holds 2 chapters, 4 items and 2 experiments. Written so far: 1 chapter, which teaches 3 items and shows 1 experiment. Everything else is planned and not yet written.",
    );
  });

  it("kind and needs of an experiment are told in words, and what all browsers have is not", () => {
    expect(notebookText({ kind: "measure", needs: ["worker", "coi", "opfs"] })).toBe(
      "measured live; needs cross-origin isolation, private files (OPFS)",
    );
    expect(notebookText({ kind: "sim", needs: ["none"] })).toBe("a model");
  });
});

describe("the check of what chapters cover", () => {
  const problems = (covers: string) => coverProblems(syllabus, chapter(covers));

  it("a chapter that covers all of its plan, and says where, is right", () => {
    expect(problems(WHOLE)).toEqual([]);
  });

  it("names what is missing", () => {
    expect(problems("- prediction mechanisms")).toEqual([
      "content/cpu/branches.mdx:4:3: the syllabus also plans “likely/unlikely”, “PGO” for this chapter. Teach it and list it under covers, or change content/syllabus.yaml.",
    ]);
  });

  it.each([
    [
      "prediction mechanism",
      "there is no item “prediction mechanism” in the syllabus. Perhaps “prediction mechanisms” is meant.",
    ],
    [
      "quantum tunnelling",
      "there is no item “quantum tunnelling” in the syllabus. Take it out, or add it to content/syllabus.yaml.",
    ],
    [
      "cache lines",
      "“cache lines” is planned for the chapter “caches”. List it there, or move it in content/syllabus.yaml.",
    ],
    ["PGO", "“PGO” stands twice under covers. Keep one."],
    ['{ item: PGO, at: "#hint" }', "the page has no place “#hint”. Perhaps “#hints” is meant."],
  ])("an entry that is wrong is told with its line and the nearest right one: %s", (entry, what) => {
    const rest = entry.startsWith("{") ? WHOLE.replace("\n- PGO", "") : WHOLE;
    expect(problems(`${rest}\n- ${entry}`)).toEqual([
      `content/cpu/branches.mdx:${entry.startsWith("{") ? 6 : 7}:3: ${what}`,
    ]);
  });

  it("a page that is not in the plan may not claim an item of it", () => {
    const page = readChapter("content/reference/harness.mdx", "---\ntitle: T\ncovers: [PGO]\n---\n");
    expect(coverProblems(syllabus, page)[0]).toContain("“PGO” is planned for the chapter “branches”");
  });
});
