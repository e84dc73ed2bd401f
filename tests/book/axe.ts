import { readFileSync } from "node:fs";
import type { Page } from "../../src/notebook/browsers/index.ts";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * What axe finds wrong with a page: rule, place and fix of each violation.
 * @param only the rules to go by; all unless given
 */
export async function violationsOf(page: Page, only: string[] = []): Promise<string> {
  await page.evaluate(`(() => { ${axe} })()`);
  const violations = await page.evaluate<Violation[], [string[]]>(async (values) => {
    const runOnly = values.length > 0 ? { runOnly: { type: "rule", values } } : {};
    // biome-ignore lint/suspicious/noExplicitAny: put there by the line before
    const { violations } = await (globalThis as any).axe.run(document, {
      resultTypes: ["violations"],
      ...runOnly,
    });
    return violations;
  }, only);
  return violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
    )
    .join("\n");
}
