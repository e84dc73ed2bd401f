/** One thing that `npm run check` looks at. */
export interface Check {
  /** what is checked, as a noun: "notebooks", "types" */
  name: string;
  /** @returns one line for each problem: file:line:column: what is wrong. The fix. */
  run: (root: string) => Promise<string[]>;
}
