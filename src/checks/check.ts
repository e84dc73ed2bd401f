/** One thing that `npm run check` looks at. */
export interface Check {
  /** what is checked, as a noun: "notebooks", "types" */
  name: string;
  /** @returns one line for each problem: file:line:column: what is wrong. The fix. */
  run: (root: string) => Promise<string[]>;
  /** repairs what a machine can repair; `npm run check -- --fix` calls it before anything is looked at */
  fix?: (root: string) => Promise<void>;
}

/** What a check found. */
export interface Finding {
  check: string;
  problems: string[];
}

/** Runs a check. One that throws gives a line for its reader instead of a stack. */
export async function runCheck({ name, run }: Check, root: string): Promise<Finding> {
  try {
    return { check: name, problems: await run(root) };
  } catch (error) {
    const [what] = String((error as Error)?.message ?? error).split("\n");
    return { check: name, problems: [brokenCheck(name, what)] };
  }
}

/** What is said of a check that failed itself. */
export function brokenCheck(name: string, what: string): string {
  return `The check of “${name}” failed itself: ${what}. Please report this line with your change, as an issue of the repository; the other checks are not affected.`;
}
