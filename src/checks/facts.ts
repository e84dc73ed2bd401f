import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Fact } from "../site/numbers/facts.ts";
import type { Check } from "./check.ts";
import { NATIVE_OUTPUT, numberProblems } from "./fact-numbers.ts";

/** Facts that chapters use exist, are complete and not past their date; raw output that they cite is there. */
export const facts: Check = {
  name: "facts",
  run: async (root) => [
    ...missing(root),
    ...globSync("content/facts/**/*.yaml", { cwd: root }).flatMap((file) =>
      problemsOf(root, file.replaceAll("\\", "/")),
    ),
  ],
};

function missing(root: string): string[] {
  return globSync("content/**/*.mdx", { cwd: root }).flatMap((path) => {
    const lines = readFileSync(join(root, path), "utf8").split("\n");
    return lines.flatMap((line, i) =>
      [...line.matchAll(/<Fact id="([^"]*)"/g)].flatMap((match) => {
        if (existsSync(join(root, `content/facts/${match[1]}.yaml`))) return [];
        return [
          `${path.replaceAll("\\", "/")}:${i + 1}:${match.index + 1}: there is no fact “${match[1]}”. Write content/facts/${match[1]}.yaml, or correct the id.`,
        ];
      }),
    );
  });
}

function problemsOf(root: string, file: string): string[] {
  const fact = parse(readFileSync(join(root, file), "utf8")) as Partial<Fact>;
  const id = file.replace(/^content\/facts\//, "").replace(/\.yaml$/, "");
  const problems: string[] = [];
  const say = (what: string, fix: string) => problems.push(`${file}:1:1: ${what}. ${fix}.`);
  if (fact.id !== id) say(`its id is “${fact.id}”`, `Write id: ${id}, as the file is called`);
  for (const field of ["value", "unit", "says", "source", "recheck"] as const)
    if (fact[field] === undefined)
      say(`“${field}” is missing`, "Add it; content/facts of other chapters show how");
  const { source } = fact;
  if (source?.kind === "measured") {
    const path = join(root, source.file ?? "");
    if (!source.file || !existsSync(path))
      say(`its source ${source.file} does not exist`, "Keep the raw output of the measurement there");
    else if (NATIVE_OUTPUT.test(source.file) && fact.value !== undefined)
      for (const problem of numberProblems({ value: fact.value }, source, readFileSync(path, "utf8")))
        say(...problem);
  }
  if (fact.recheck && new Date(fact.recheck) < new Date())
    say(`it was to be looked at again by ${fact.recheck}`, "Measure or look it up again, and set a new date");
  return problems;
}
