import { expect, test } from "vitest";
import { inEveryEngine, pages } from "../page.ts";
import { says, shows, studyPages, tab } from "./pages.ts";

inEveryEngine((open) => {
  test("a prediction of a chapter is told and drawn on the page of predictions", async () => {
    const page = await open(pages.chapter);
    await shows(page, "hot-guess:defined");
    await page.click("#predict-order input");
    await page.type("40");
    await page.press("Enter");
    await says(page, "#predict-order .hp-verdict", "You said 40×.");
    const predictions = await tab(page, studyPages.predictions);
    await says(predictions, '[data-item="cpu/branches#predict-order"] .hp-said', "times too high");
    await says(predictions, ".hp-skill", "On CPU, 1 number so far: too few to tell.");
    expect(await predictions.evaluate("document.querySelectorAll('.hp-strip circle').length")).toBe(1);
    await predictions.close();
  });
});
