import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { cellOf, codeOf, editable, fixture, openEditors, pasteInto, textsOf, typeInto } from "./editor.ts";
import { untilIdle } from "./idle.ts";
import { expectQuiet, inEveryEngine, press, RUN_MS, reaches, START_MS, states, tablesOf } from "./page.ts";

const again = cellOf(editable, 3);
/** Two hundred times the work of the book's own: more than any neighbour of the machine can hide. */
const slower =
  "function again(n: number) { let x = 0; for (let i = 0; i < 200; ++i) x += once(n + i); return x; }";

function recordOf(page: Page): Promise<NotebookRecord> {
  return page.evaluate(
    (selector: string) => Reflect.get(document.querySelector(selector) ?? {}, "results"),
    editable,
  );
}

inEveryEngine((open) => {
  test("a changed kernel is measured in the sandbox: a claim falls, and everything says that it was edited", async () => {
    const page = await open(fixture);
    await openEditors(page, editable);
    await pasteInto(page, editable, 3, slower);
    await page.press("Control+Enter");
    await reaches(page, editable, "running", START_MS);
    await reaches(page, editable, "done", RUN_MS);
    const [[head, [, own]]] = await tablesOf(page, `${editable} table.hp-claims`);
    expect(head[1]).toMatch(/^You, edited this machine/);
    expect(own).toMatch(/^does not hold \d/);
    const words = await textsOf(page, `${editable} :is(svg.hp-plot text, figcaption)`);
    expect(words.join("\n")).toMatch(/^You, edited$/m);
    const { results, edits } = await recordOf(page);
    expect(results.loops.bench.hash).toBe("edited");
    expect(edits).toEqual({ loops: { 3: slower } });

    await page.evaluate((selector: string) => {
      const slider = document.querySelector<HTMLInputElement>(
        `${selector} input[type=range]`,
      ) as HTMLInputElement;
      slider.value = "4000";
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, editable);
    await page.waitFor(
      "the result to be marked as one of the old inputs",
      (s: string) => document.querySelector(`${s} .hp-stale`)?.textContent?.includes("2,000 (now 4,000)"),
      START_MS,
      editable,
    );
    expectQuiet(page);
  });

  test("a change outlives the page: it is shown without an editor, Run measures it, Reset and its undo work", async () => {
    const page = await open(fixture);
    const before = await codeOf(page, editable, 3);
    await openEditors(page, editable);
    await pasteInto(page, editable, 3, slower);
    await untilIdle(page);
    await page.goto(await page.evaluate("location.href"));
    await page.waitFor(
      "the change",
      (s: string) => document.querySelector(s)?.textContent?.includes("edited"),
      START_MS,
      again,
    );
    expect(await codeOf(page, editable, 3)).toBe(slower);
    expect(await textsOf(page, `${editable} .nb-notes [aria-live] p`)).toEqual([
      expect.stringMatching(/^Changed by you: again\./),
    ]);
    expect(await page.sees(`${editable} .cm-editor`), "an editor was loaded").toBe(false);
    await press(page, editable, "Run");
    await reaches(page, editable, "done", RUN_MS);
    const [[head]] = await tablesOf(page, `${editable} table.hp-claims`);
    expect(head[1]).toMatch(/^You, edited/);

    await press(page, editable, "Reset");
    await reaches(page, editable, "idle", START_MS);
    expect(await codeOf(page, editable, 3)).toBe(before);
    expect(await recordOf(page)).toBeNull();
    await press(page, editable, "Undo reset");
    await reaches(page, editable, "done", START_MS);
    expect(await codeOf(page, editable, 3)).toBe(slower);
    expect((await recordOf(page)).results.loops.bench.hash).toBe("edited");
    expectQuiet(page);
  });

  test("Reset of a cell is a step of its editor’s history", async () => {
    const page = await open(fixture);
    await openEditors(page, editable);
    const before = await codeOf(page, editable, 3);
    await pasteInto(page, editable, 3, slower);
    await page.click({ role: "button", name: "Reset cell again", within: again });
    expect(await codeOf(page, editable, 3)).toBe(before);
    await page.click(`${again} .nb-editor .cm-content`);
    await page.press("Control+z");
    expect(await codeOf(page, editable, 3)).toBe(slower);
    expect(await textsOf(page, `${again} .nb-mark`)).toEqual(["edited"]);
  });

  test("a mistake is told at its line and nothing runs; an error in the sandbox is led back to the reader’s line", async () => {
    const page = await open(fixture);
    await openEditors(page, editable);
    await typeInto(page, editable, 3, "let a;\nlet b: = 2;");
    await page.waitFor(
      "the mistake at its line",
      (s: string) =>
        document.querySelector(`${s} .nb-mistakes`)?.textContent?.startsWith("Line 2: Syntax error"),
      START_MS,
      again,
    );
    expect(await page.sees(`${again} .cm-lintRange-error`)).toBe(true);
    await page.press("Control+Enter");
    await page.waitFor(
      "the run to be refused",
      (s: string) => (document.querySelector(s) as HTMLElement).dataset.state === "error",
      START_MS,
      editable,
    );
    expect(
      await page.evaluate((s: string) => document.querySelector(`${s} .cm-focused`) !== null, again),
    ).toBe(true);

    await pasteInto(
      page,
      editable,
      3,
      'function again(n: number): number {\nif (n > 0) throw new RangeError("not me");\nreturn n;\n}',
    );
    await page.press("Control+Enter");
    await page.waitFor(
      "the error",
      (s: string) => document.querySelector(`${s} .nb-error`) !== null,
      RUN_MS,
      again,
    );
    const [said] = await textsOf(page, `${again} .nb-error`);
    expect(said).toMatch(/^again, line 2, column \d+: not me ?if \(n > 0\) throw new RangeError/);
    expect(await states(page, editable)).toEqual(["error"]);
    expectQuiet(page);
  });
});
