import { expect, test } from "vitest";
import { violationsOf } from "../axe.ts";
import { expectQuiet, inEveryEngine } from "../page.ts";
import { studyPages } from "./pages.ts";

inEveryEngine((open, engine) => {
  for (const [name, path] of Object.entries(studyPages)) {
    test(`the study page ${name} fits a phone, and loads without an error`, async () => {
      const page = await open(path, { width: 360, height: 740 });
      const [inner, scroll] = await page.evaluate<number[], []>(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect(scroll).toBeLessThanOrEqual(inner);
      expectQuiet(page);
    });

    // what axe looks at is the same in every engine
    test.runIf(engine === "chromium")(
      `axe finds nothing on the study page ${name} in either theme`,
      async () => {
        const page = await open(path);
        for (const theme of ["light", "dark"]) {
          await page.evaluate((t: string) => {
            document.documentElement.dataset.theme = t;
          }, theme);
          expect(await violationsOf(page), theme).toBe("");
        }
      },
    );
  }
});
