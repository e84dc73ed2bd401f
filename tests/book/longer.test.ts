import { expect, test } from "vitest";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { expectQuiet, inEveryEngine, press, RUN_MS, reaches, START_MS } from "./page.ts";

const notebook = "hot-notebook";

inEveryEngine((open, engine) => {
  test.runIf(engine === "chromium")(
    "Run longer measures anew with more blocks, keeps the first run beside it, and Reset drops both",
    async () => {
      const page = await open("fixtures/few-blocks/");
      const seen = () =>
        page.evaluate((selector: string) => {
          const element = document.querySelector(selector) as unknown as { results: unknown };
          return JSON.parse(JSON.stringify(element.results)) as unknown;
        }, notebook) as Promise<NotebookRecord | null>;
      await press(page, notebook, "Run");
      await reaches(page, notebook, "done", RUN_MS);
      const first = (await seen())?.results.slow;
      expect(first?.warnings.map(({ code }) => code)).toContain("few-blocks");

      await page.click("button.hp-longer");
      await reaches(page, notebook, "running", START_MS);
      const meanwhile = await page.evaluate(() => ({
        verdict: document.querySelector(".hp-verdict")?.textContent,
        disabled: document.querySelector<HTMLButtonElement>("button.hp-longer")?.disabled,
        focused: document.activeElement?.textContent,
      }));
      expect(meanwhile).toEqual({
        verdict: expect.stringContaining("again"),
        disabled: true,
        focused: "Stop",
      });
      await reaches(page, notebook, "done", RUN_MS);
      const record = await seen();
      const longer = record?.results.slow;
      // 25 are planned; on a busy machine time is over before
      expect(longer?.harness.blocks).toBeGreaterThan(first?.harness.blocks ?? 25);
      expect(longer?.harness.blocks).toBeLessThanOrEqual(25);
      expect(longer?.harness.seed).not.toBe(first?.harness.seed);
      expect(record?.earlier?.slow).toEqual([first]);
      expect(await page.sees(".hp-earlier")).toBe(true);
      expect(await page.sees("button.hp-longer")).toBe(false);

      await press(page, notebook, "Reset");
      await reaches(page, notebook, "idle", START_MS);
      expect(await seen()).toBeNull();
      expect(await page.sees(".hp-earlier")).toBe(false);
      expectQuiet(page);
    },
  );
});
