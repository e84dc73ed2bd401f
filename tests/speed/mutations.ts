import { runMutations } from "../bench/mutations/run.ts";

/** The one-line bugs that the tests of the harness have to notice: how many they do, and which they let pass. */
export async function mutationReport(root: string): Promise<string[]> {
  const { survivors, caught, red } = await runMutations(root);
  return [
    `mutations: ${caught} of ${caught + survivors.length} bugs turn a test red`,
    ...survivors.map(({ bug, file, by }) => `mutations: ${by}.test.ts lets pass: ${bug} (src/bench/${file})`),
    ...red.map((by) => `mutations: ${by}.test.ts is red without any bug`),
  ];
}
