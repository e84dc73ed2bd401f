import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { cellOf, codeOf, editable, fixture, openEditors, pasteInto, textsOf } from "./editor.ts";
import { untilIdle } from "./idle.ts";
import { expectQuiet, inEveryEngine, press, RUN_MS, reaches, START_MS } from "./page.ts";

const again = cellOf(editable, 3);
const kernels = "fixtures/kernels/";
const sums = 'hot-notebook[notebook="fixtures/sums"]';

/** Loads the page again with edits on the device, as an earlier visit would have left them. */
async function visitAgain(page: Page, edits: object[]): Promise<void> {
  await page.evaluate(
    (key: string, kept: string) => localStorage.setItem(key, kept),
    "hot-path:edits:fixtures/editable",
    JSON.stringify(edits.map((edit) => ({ at: "2026-10-20T10:00:00Z", aside: false, ...edit }))),
  );
  await untilIdle(page);
  await page.goto(await page.evaluate("location.href"));
  await page.waitFor(
    "what is kept",
    (s: string) => document.querySelector(`${s} .nb-offer`) !== null,
    START_MS,
    editable,
  );
}

inEveryEngine((open) => {
  test("a change of an earlier version of a cell is offered: it can be seen, used or discarded", async () => {
    const page = await open(fixture);
    const book = await codeOf(page, editable, 3);
    const old = "function again(n: number) {\n  return n;\n}";
    await visitAgain(page, [
      { cell: 3, version: "of-last-year", text: old },
      { cell: 99, version: "of-last-year", text: "const gone = 1;" },
    ]);
    expect(await codeOf(page, editable, 3)).toBe(book);
    expect(await textsOf(page, `${again} .nb-offer p:first-child`)).toEqual([
      "You changed an earlier version of this cell on 20 October 2026.",
    ]);
    expect(await textsOf(page, `${editable} .nb-notes .nb-offer p:first-child`)).toEqual([
      "On 20 October 2026 you changed a cell that this notebook no longer has.",
    ]);
    await page.click({ role: "button", name: "View your change of again", within: again });
    await page.waitFor(
      "the old text",
      (s: string) => document.querySelector(`${s} .cm-deletedChunk`) !== null,
      START_MS,
      again,
    );
    await page.click({ role: "button", name: "Use your change of again", within: again });
    expect(await codeOf(page, editable, 3)).toBe(old);
    expect(await page.sees(`${again} .nb-offer`)).toBe(false);
    await page.click({ role: "button", name: "Discard your change of that cell", within: editable });
    const kept = await page.evaluate<{ text: string }[], []>(() =>
      JSON.parse(localStorage.getItem("hot-path:edits:fixtures/editable") ?? "[]"),
    );
    expect(kept.map(({ text }) => text)).toEqual([old]);
    expectQuiet(page);
  });

  test("a change shows in another tab, and a browser that keeps nothing says how long it will last", async () => {
    const first = await open(fixture);
    await openEditors(first, editable);
    const second = await first.newTab();
    await second.goto(await first.evaluate("location.href"));
    await openEditors(second, editable);
    await pasteInto(second, editable, 3, "const again = (n: number) => n;");
    await first.waitFor(
      "the change to arrive in the other tab",
      (s: string) =>
        document.querySelector(`${s} .cm-content`)?.textContent === "const again = (n: number) => n;",
      START_MS,
      again,
    );
    await second.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await pasteInto(second, editable, 2, "const once = (n: number) => n;");
    expect(await textsOf(second, `${editable} .nb-notes [aria-live] p`)).toContainEqual(
      expect.stringMatching(
        /^The space that this browser gives the site is full, so your changes last only until/,
      ),
    );
    expect(await codeOf(second, editable, 2)).toBe("const once = (n: number) => n;");
  });

  test("a notebook with a WebAssembly kernel runs edited in the sandbox, and gives the same answer", async () => {
    const page = await open(kernels);
    await openEditors(page, sums);
    await pasteInto(
      page,
      sums,
      3,
      "function inScript(numbers: Int32Array): number {\n  return numbers.reduce((sum, x) => (sum + x) | 0, 0);\n}",
    );
    await press(page, sums, "Run");
    await reaches(page, sums, "done", RUN_MS);
    const { results } = await page.evaluate<NotebookRecord, [string]>(
      (selector: string) => Reflect.get(document.querySelector(selector) ?? {}, "results"),
      sums,
    );
    expect(results.sums.bench.hash).toBe("edited");
    expect(results.sums.warnings.map(({ code }) => code)).not.toContain("wrong-answer");
    expectQuiet(page);
  });
});
