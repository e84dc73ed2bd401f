import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { ofBook } from "../../src/checks/all.ts";
import { cellProblems } from "../../src/checks/notebooks/cell-types.ts";
import { draftChapter } from "../../src/scaffold/chapter.ts";
import type { Draft } from "../../src/scaffold/draft.ts";
import { draftNotebook } from "../../src/scaffold/notebook.ts";
import { readSyllabus } from "../../src/site/syllabus/read-syllabus.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** A copy of the book's content and notebooks. */
function copy(): string {
  const root = mkdtempSync(join(tmpdir(), "new-"));
  roots.push(root);
  for (const folder of ["content", "notebooks", "public", "src/bench", "src/site/components"])
    cpSync(join(project, folder), join(root, folder), { recursive: true });
  return root;
}

function write(root: string, draft: Draft): void {
  for (const [file, text] of Object.entries(draft)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

async function complaints(root: string): Promise<string[]> {
  return (await Promise.all(ofBook.map(({ run }) => run(root)))).flat();
}

const run = (root: string, args: string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, "src/scaffold/run.ts"), ...args],
    {
      env: { ...process.env, HOT_PATH_ROOT: root, ...env },
      encoding: "utf8",
    },
  );
  return { status, said: `${stdout}${stderr}` };
};

it("every chapter of the syllabus, and a notebook of each kind, begins with nothing to mend but what is to be filled in", async () => {
  const root = copy();
  const { syllabus } = readSyllabus(readFileSync(join(root, "content/syllabus.yaml"), "utf8"));
  const ids = syllabus.parts.flatMap((part) => part.chapters.map(({ id }) => `${part.id}/${id}`));
  for (const id of ids) if (!existsSync(join(root, `content/${id}.mdx`))) write(root, draftChapter(root, id));
  for (const kind of ["measure", "sim", "recorded"])
    write(root, draftNotebook(root, `branches/new-${kind}`, { kind }));
  const others = (await complaints(root)).filter((line) => !line.includes(": FILL IN: "));
  expect(others).toEqual([
    expect.stringMatching(/^notebooks\/branches\/native\/new-recorded\.txt:1:1: is missing\. Record it/),
  ]);
});

it("a chapter takes its place in the order of the syllabus, and comments stay", () => {
  const root = copy();
  for (const id of ["cpu-pipeline", "simd"]) rmSync(join(root, `content/cpu/${id}.mdx`));
  const file = join(root, "content/book.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/\n +- (cpu-pipeline|simd)(?=\n)/g, ""));
  const before = readFileSync(file, "utf8");
  write(root, draftChapter(root, "cpu/cpu-pipeline"));
  write(root, draftChapter(root, "cpu/simd"));
  write(root, draftChapter(root, "start/start-here"));
  const after = readFileSync(join(root, "content/book.yaml"), "utf8");
  expect(after).toMatch(
    /chapters:\n\s+- cpu-pipeline\n\s+- branches\n\s+- cpu-caches\n\s+- simd\n\s+- affinity-numa\n/,
  );
  expect(after.indexOf("id: start")).toBeLessThan(after.indexOf("id: cpu"));
  expect(after).toContain("title: Start here");
  // and so does every other line, as it was wrapped
  const lines = after.split("\n");
  expect(before.split("\n").filter((line) => !lines.includes(line))).toEqual([]);
});

it("cells of new notebooks type-check", async () => {
  const drafts = ["measure", "sim"].map((kind) => draftNotebook(project, `branches/new-${kind}`, { kind }));
  const texts = new Map(drafts.flatMap((draft) => Object.entries(draft)));
  const notebooks = [...texts.keys()].map((file, i) => ({ id: `drafts/${i}`, file, kernels: [] }));
  expect(await cellProblems(project, notebooks, (file) => texts.get(file))).toEqual([]);
});

describe("is refused with a reason, and nothing is written:", () => {
  it.each([
    [["chapter", "cpu/branches"], "content/cpu/branches.mdx is there already"],
    [["chapter", "cpu"], "“cpu” is no name of this kind"],
    [["chapter", "cpu/Branch Prediction"], "is no name of this kind"],
    [["chapter", "../../etc/passwd"], "is no name of this kind"],
    [["chapter", "cpu/unheard-of"], "so its title is not known"],
    [["notebook", "branches/sorted-vs-random"], "is there already"],
    [["notebook", "branch/one"], "Perhaps “branches” is meant"],
    [["notebook", "branches/one", "--kind", "guess"], "“guess” is no kind of notebook"],
    [["notebook", "branches/one", "--colour"], "Unknown option '--colour'"],
    [["figure", "cpu/one"], "“figure” cannot be begun here"],
    [[], "cannot be begun here"],
  ])("%j", (args, reason) => {
    const root = copy();
    const { status, said } = run(root, args);
    expect(said).toContain(reason);
    expect(said).toContain("Nothing was written.");
    expect(said).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect(
      execFileSync("diff", ["-r", join(project, "content"), join(root, "content")], { encoding: "utf8" }),
    ).toBe("");
  });
});

it("options that npm keeps for itself count as well", () => {
  const root = copy();
  const { status, said } = run(root, ["chapter", "cpu/unheard-of"], { npm_config_title: "Unheard of" });
  expect(said).toContain("Wrote content/cpu/unheard-of.mdx and content/book.yaml.");
  expect(status).toBe(0);
  expect(readFileSync(join(root, "content/cpu/unheard-of.mdx"), "utf8")).toContain("title: Unheard of");
});
