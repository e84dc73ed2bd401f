import { expect, test } from "vitest";
import { inEveryEngine } from "../page.ts";
import { click, says, shows, studyPages } from "./pages.ts";

inEveryEngine((open) => {
  test("the reader follows one path at a time, and is told what comes next on it; planned chapters are no links", async () => {
    const page = await open(studyPages.paths);
    await shows(page, "hot-paths:defined");
    await click(page, '[data-item="study/paths#7-days"] button');
    await says(page, ".hp-left", "You follow “Seven days”. Next: Branch prediction");
    await click(page, '[data-item="study/paths#backend"] button');
    await shows(page, '[data-item="study/paths#7-days"] button[aria-pressed="false"]');
    await says(page, ".hp-left", "You follow “Backend”, and have read all of it that is written.");
    const planned = await page.evaluate("document.querySelectorAll('.hp-planned a, a .hp-planned').length");
    expect(planned).toBe(0);
  });
});
