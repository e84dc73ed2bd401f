import { readFileSync } from "node:fs";
import type { Page } from "../../src/notebook/browsers/index.ts";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe finds wrong with a page: rule, place and fix of each violation. */
export async function violationsOf(page: Page): Promise<string> {
  await page.evaluate(`(() => { ${axe} })()`);
  const violations = await page.evaluate<Violation[], []>(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: put there by the line before
    const { violations } = await (globalThis as any).axe.run(document, { resultTypes: ["violations"] });
    return violations;
  });
  return violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
    )
    .join("\n");
}
