import { toolProblems } from "./tool.ts";

/** A complaint of TypeScript. */
export interface TypeProblem {
  file: string;
  line: number;
  column: number;
  /** "TS2345: Argument of type …" */
  what: string;
}

/** Type-checks a project. Lines that continue a complaint are joined to it; what is no complaint comes as it is. */
export async function typeProblems(
  root: string,
  project: string,
): Promise<{ problems: TypeProblem[]; other: string[] }> {
  const problems: TypeProblem[] = [];
  const other: string[] = [];
  for (const line of await toolProblems(root, "tsc", ["--project", project, "--pretty", "false"])) {
    const [, file, row, column, what] = /^(.*)\((\d+),(\d+)\): error (.*)$/.exec(line) ?? [];
    const last = problems.at(-1);
    if (file) problems.push({ file, line: Number(row), column: Number(column), what });
    else if (last && line.startsWith(" ")) last.what += ` ${line.trim()}`;
    else other.push(line);
  }
  return { problems, other };
}
