import { beforeAll, describe, expect, it } from "vitest";
import { ofBook, ofCode } from "../../src/checks/all.ts";
import { runCheck } from "../../src/checks/check.ts";
import { cellProblems } from "../../src/checks/notebooks/cell-types.ts";
import { folderWith } from "../record/recorded-book.ts";
import { goodBook } from "./good-book.ts";
import { typeMistakes } from "./mistakes/cells.ts";
import type { Mistake } from "./mistakes/mistake.ts";
import { mistakes } from "./mistakes/mistakes.ts";

const MOST_MS = 60_000;

let good: Record<string, string>;
beforeAll(async () => {
  good = await goodBook();
}, MOST_MS);

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const root = folderWith(files);
  const found = await Promise.all([...ofBook, ...ofCode].map((check) => runCheck(check, root)));
  return found.flatMap(({ problems }) => problems);
}

it("a book in which nothing is wrong gives no word", { timeout: MOST_MS }, async () => {
  expect(await problemsOf(good)).toEqual([]);
});

it("there are at least sixty ways to be wrong, each with a name of its own", () => {
  const names = [...mistakes, ...typeMistakes].map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});

it("a notebook that is broken keeps nothing from being told of another, nor of itself what is not known", {
  timeout: MOST_MS,
}, async () => {
  const other = "notebooks/loops/two.html";
  const broken = good["notebooks/loops/one.html"].replace("ratioPlot(run)", "ratioPlot(ran)");
  const wrongClaim = good["notebooks/loops/one.html"].replace("value: sum([1, 2, 3])", "value: sum([1, 2])");
  const problems = await problemsOf({ ...good, "notebooks/loops/one.html": broken, [other]: wrongClaim });
  expect(problems.filter((line) => line.startsWith(`${other}:`))).toEqual([
    expect.stringContaining("“three numbers make six” does not hold"),
  ]);
  expect(problems.filter((line) => line.includes("loops/one"))).toEqual([
    expect.stringMatching(/^notebooks\/loops\/one\.html:24:23: “ran” is not defined\. /),
  ]);
});

describe("is caught where it is made:", () => {
  it.each(mistakes)("$name", { timeout: MOST_MS }, async (mistake) => {
    const { at, files } = made(good, mistake);
    const problems = await problemsOf(files);
    const told = problems.filter((line) => line.startsWith(at) && line.includes(mistake.says));
    expect(told, `wanted ${at} … ${mistake.says} in:\n${problems.join("\n")}\n`).toHaveLength(1);
    for (const line of problems) expect(line).not.toMatch(/failed itself|\n\s+at /);
  });

  it("what TypeScript finds in cells", { timeout: MOST_MS }, async () => {
    const texts = new Map(typeMistakes.map((mistake, i) => [`mistakes/${i}`, made(good, mistake)]));
    const notebooks = [...texts.keys()].map((id) => ({ id, file: id, kernels: [] }));
    const said = await cellProblems(
      process.cwd(),
      notebooks,
      (id) => texts.get(id)?.files["notebooks/loops/one.html"],
    );
    const expected = typeMistakes.map(({ name, says }, i) => {
      const line = texts.get(`mistakes/${i}`)?.at.split(":")[1];
      const own = said.filter((problem) => problem.startsWith(`mistakes/${i}:${line}:`));
      return { name, caught: own.some((problem) => problem.includes(says)) };
    });
    expect(expected.filter(({ caught }) => !caught)).toEqual([]);
  });
});

/** The book with the mistake, and the beginning of the line that must tell of it. */
function made(
  book: Record<string, string>,
  { file, from, to, at }: Mistake,
): { files: Record<string, string>; at: string } {
  const text = book[file] ?? "";
  if (from !== "" && text.split(from).length !== 2)
    throw new Error(`“${from}” stands ${text.split(from).length - 1} times in ${file}`);
  const files = { ...book };
  if (to === null) delete files[file];
  else files[file] = from === "" ? to : text.replace(from, () => to);
  const place = at ?? { file, text: to ?? "" };
  const where = "line" in place ? place.line : lineOf(files[place.file], place.text);
  return { files, at: `${place.file}:${where}:` };
}

/** The line on which a text begins, blank lines before it left out. */
function lineOf(text: string, part: string): number {
  const wanted = part.trimStart();
  return text.slice(0, text.indexOf(wanted)).split("\n").length;
}
