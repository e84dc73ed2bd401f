import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { readLink } from "../../src/notebook/share/link/link.ts";
import { violationsOf } from "../book/axe.ts";
import {
  book,
  expectQuiet,
  inEveryEngine,
  notebooks,
  pages,
  press,
  START_MS,
  startsWorker,
} from "../book/page.ts";

const { benchmark, simulation } = notebooks;
const fixture = 'hot-notebook[notebook="fixtures/settings"]';

inEveryEngine((open, engine) => {
  test("Share opens a panel that the keyboard reaches; what the clipboard refuses stands in a field, selected", async () => {
    // one engine is enough for the colours, and another scheme is another process in Firefox
    const colorScheme = engine === "chromium" ? "dark" : "light";
    const page = await open("fixtures/settings/", { colorScheme });
    await page.evaluate(keepWhatIsGiven, false);
    await page.evaluate(focusOn, `${fixture} [data-action=share]`);
    await page.press("Enter");
    await panel(page, fixture);
    expect(await page.evaluate(focused)).toBe("Copy link");
    expect(await page.evaluate(expanded, fixture)).toBe("true");
    await page.press("Enter");
    const field = await page.waitFor(
      "a field with the link",
      () => {
        const field = document.querySelector<HTMLTextAreaElement>(".nb-share textarea");
        return (
          field && {
            text: field.value,
            selected: field.selectionEnd,
            said: field.closest(".nb-share-said")?.textContent,
          }
        );
      },
      START_MS,
    );
    expect(field?.text).toBe(`${book}fixtures/settings/#nb=fixtures/settings`);
    expect(field?.selected).toBe(field?.text.length);
    expect(field?.said).toMatch(/does not let this page use the clipboard/);
    expect(await violationsOf(page)).toBe("");
    await page.press("Escape");
    await page.waitFor("the panel to close", () => document.querySelector(".nb-share") === null, START_MS);
    expect(await page.evaluate(focused)).toBe("Share");
    expect(await page.evaluate(expanded, fixture)).toBe("false");
    expectQuiet(page);
  });

  test("gives away link, text, raw data, pictures and the notebook, and runs nothing for it", async () => {
    const page = await open(pages.chapter);
    await page.evaluate(keepWhatIsGiven, true);
    await press(page, benchmark, "Share");
    await panel(page, benchmark);
    const [link, text, svg] = await given(page, benchmark, ["Copy link", "Copy as text", "Copy as SVG"]);
    expect(link).toBe(`${book}${pages.chapter}#nb=branches/sorted-vs-random`);
    expect(text).toMatch(/\n {2}verdict: random is slower than sorted/);
    expect(text).toContain(`link: ${link}`);
    expectPicture(svg);
    const [png] = await given(page, benchmark, ["Copy as PNG"]);
    expect(pngSize(png).width).toBe(2 * (640 + 48));
    const [csv, html, observable] = await given(page, benchmark, [
      "Save CSV",
      "Save notebook",
      "Open in Observable",
    ]);
    expect(csv.split("\r\n")[0]).toMatch(/^source,machine,browser,/);
    expect(csv.split("\r\n").length).toBeGreaterThan(100);
    const source = readFileSync("notebooks/branches/sorted-vs-random.html", "utf8");
    expect(html).toBe(source.replaceAll(" pinned>", ' pinned="">'));
    const library = `${book}lib/notebook.js`;
    expect(observable).toBe(html.replace(/"#(bench|charts)"/g, `"${library}"`));
    expect(await page.evaluate(elsewhere(library))).toMatch(
      /^This page cannot run the experiment\. .* No result yet.* function$/,
    );
    expect(await startsWorker(page, 1), "something ran").toBe(false);

    // a model has a link and a text of its inputs and figures, and nothing that was measured
    await press(page, simulation, "Share");
    await panel(page, simulation);
    await page.evaluate(focusOn, `${simulation} .nb-output select`);
    await page.press("ArrowDown");
    await page.waitFor(
      "the model to follow",
      (s: string) => document.querySelector(s)?.textContent?.includes("What to expect: random"),
      START_MS,
      simulation,
    );
    const [modelLink, modelText] = await given(page, simulation, ["Copy link", "Copy as text"]);
    expect(await readLink(new URL(modelLink).hash)).toMatchObject({
      id: "branches/predictor-lab",
      state: { cells: [], inputs: expect.arrayContaining([["program", "random"]]) },
    });
    expect(modelText).toContain("program = random");
    expect(modelText).toMatch(/\npredictor +memory \(bits\)/);
    expect(await page.sees({ role: "button", name: "Save CSV", within: simulation })).toBe(false);
    expectQuiet(page);
  });
});

function panel(page: Page, notebook: string): Promise<unknown> {
  return page.waitFor(
    "the panel",
    (s: string) => document.querySelector(`${s} .nb-share`) !== null,
    START_MS,
    notebook,
  );
}

/** Presses controls one after the other, and gives what each put into the clipboard or saved: text, or base64 of a picture. */
async function given(page: Page, notebook: string, names: string[]): Promise<string[]> {
  const all: string[] = [];
  for (const name of names) {
    await page.evaluate(() => void (window as unknown as { given: Blob[] }).given.splice(0));
    await page.click({ role: "button", name, within: notebook });
    const what = await page.waitFor(
      `what ${name} gives`,
      async () => {
        const [blob] = (window as unknown as { given: Blob[] }).given;
        if (!blob) return null;
        if (blob.type !== "image/png") return { text: await blob.text() };
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return { text: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
      },
      START_MS,
    );
    all.push(what?.text ?? "");
  }
  return all;
}

/** Stands for the clipboard and for the folder of downloads, which the page may not look into. */
function keepWhatIsGiven(isAllowed: boolean): void {
  const given: Blob[] = [];
  (window as unknown as { given: Blob[] }).given = given;
  const write = async ([item]: ClipboardItem[]) => {
    if (!isAllowed) throw new DOMException("no", "NotAllowedError");
    const type = ["image/png", "text/plain"].find((known) => item.types.includes(known)) ?? "";
    given.push(await item.getType(type));
  };
  Object.defineProperty(navigator, "clipboard", { value: { write } });
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    given.push(blob);
    return make(blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
}

function expectPicture(svg: string): void {
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="688" height="\d+"/);
  expect(svg).toContain("Sorted against random: the price of a wrong guess</text>");
  expect(svg).toMatch(/>Recorded 20 November 2026 on /);
  expect(svg).toContain("src:url(data:font/woff2;base64,");
  // nothing that only the page knows
  expect(svg.replace(/\/\*.*?\*\//g, "")).not.toMatch(/currentColor|var\(|light-dark/);
}

function pngSize(base64: string): { width: number; height: number } {
  const bytes = Buffer.from(base64, "base64");
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** What cells of a saved notebook get of this book on a page that is not of it, as an expression for the page. */
function elsewhere(library: string): string {
  return `import(${JSON.stringify(library)}).then(({ experiment, ratioPlot, gshare }) => {
    const element = experiment({ variants: { a: () => 1, b: () => 2 } });
    return [element.textContent, ratioPlot(element.value).textContent, typeof gshare().predict].join(" ");
  })`;
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function focused(): string {
  return document.activeElement?.textContent ?? "";
}

function expanded(notebook: string): string | null | undefined {
  return document.querySelector(`${notebook} [data-action=share]`)?.getAttribute("aria-expanded");
}
