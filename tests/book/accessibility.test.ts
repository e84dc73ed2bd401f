import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inEveryEngine, pages } from "./page.ts";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

inEveryEngine((open, engine) => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [name, path] of Object.entries(pages)) {
      test(`axe finds nothing on the ${name} page in ${colorScheme}`, async () => {
        const page = await open(path, { colorScheme });
        const theme = await page.evaluate("document.documentElement.dataset.theme");
        expect(theme, "data-theme of <html>").toBe(colorScheme);
        await page.evaluate(`(() => { ${axe} })()`);
        const violations = await page.evaluate<Violation[], []>(async () => {
          // biome-ignore lint/suspicious/noExplicitAny: put there by the line before
          const { violations } = await (globalThis as any).axe.run(document, { resultTypes: ["violations"] });
          return violations;
        });
        const said = violations.flatMap(({ id, help, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`,
          ),
        );
        expect(said.join("\n"), `${engine}, ${path || "home"}`).toBe("");
      });
    }
  }
});
