import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { writeLink } from "../../src/notebook/share/link/link.ts";
import type { LinkState } from "../../src/notebook/share/link/state.ts";
import { violationsOf } from "./axe.ts";
import {
  COMPILED,
  expectQuiet,
  inEveryEngine,
  press,
  RUN_MS,
  reaches,
  START_MS,
  startsWorker,
  states,
} from "./page.ts";

const path = "fixtures/settings/";
const id = "fixtures/settings";

/** Sums nothing, but says so at once. */
const changed = "function sum(xs: Float64Array, step: number): number {\n  return xs[0] + step;\n}";

inEveryEngine((open) => {
  test("a link of inputs sets what the controls allow, says so, and starts nothing", async () => {
    const page = await open(path);
    await follow(page, { inputs: [["n", 5000], ["step", 4], ["order", "down"], ["whole", true], ["name", "A1"], ["gone", 1]] }); // biome-ignore format: one line
    const said = await page.waitFor(
      "the status",
      () => document.querySelector(".nb-status")?.textContent,
      START_MS,
    );
    expect(said).toBe(
      "Set by the link: numbers (n) = 5,000, stride (step) = every 4, order = down, whole numbers (whole) = on. " +
        "Not set, for the notebook has no such value: name, gone. Run measures with the inputs as they are.",
    );
    expect(await page.evaluate(() => document.querySelector("hot-notebook")?.textContent)).toContain(
      "a sum: 1250 of 5000 numbers, down, whole.",
    );
    expect(await states(page, "hot-notebook")).toEqual(["idle"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Run");
    expect(await startsWorker(page, 300)).toBe(false);
    expectQuiet(page);
  });

  test("a link of code loads no code: its changes can be looked at, and thrown away", async () => {
    const page = await open(path);
    await follow(page, { inputs: [["n", 5000]], cells: [[2, `${changed} // <img src=x>\u202e`]] }); // biome-ignore format: one line
    expect(await banner(page)).toBe(
      "This link brings changes that somebody made: the code of sum; 1 input. Nothing of it has run.",
    );
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("nb-banner");
    await page.click({ role: "button", name: "View changes" });
    const shown = await page.waitFor(
      "the changes",
      () => document.querySelector(".nb-diff")?.textContent,
      START_MS,
    );
    expect(shown).toContain("+ added:   return xs[0] + step;");
    expect(shown).toContain("− removed:   let total = 0;");
    expect(shown).toContain("// <img src=x>[U+202E]");
    expect(await page.evaluate(() => document.querySelector(".nb-banner")?.textContent)).toContain(
      "Inputs: n = 5,000",
    );
    expect(await violationsOf(page)).toBe("");
    const code = page.requests().filter((url) => url.includes(COMPILED) && url.endsWith(".js"));
    expect(code, "cells or workers were loaded").toEqual([]);
    await page.click({ role: "button", name: "Discard" });
    expect(
      await page.evaluate(() => [
        location.hash,
        document.querySelector(".nb-banner"),
        document.activeElement?.textContent,
      ]),
    ).toEqual(["", null, "Run"]);
    expect(await page.evaluate(() => document.querySelector("hot-notebook")?.textContent)).toContain(
      "2000 of 2000",
    );
    expectQuiet(page);
  });

  test("Run in sandbox measures the changed code with the link's inputs; Reset brings the book's back", async () => {
    const page = await open(path);
    await follow(page, { inputs: [["n", 3000]], cells: [[2, changed]] }); // biome-ignore format: one line
    await banner(page);
    await page.click({ role: "button", name: "Run in sandbox" });
    await reaches(page, "hot-notebook", "done", RUN_MS);
    const record = await page.evaluate(
      () => (document.querySelector("hot-notebook") as unknown as { results: object }).results,
    );
    expect(record).toMatchObject({
      results: { sums: { bench: { hash: "edited", params: { n: 3000 } } } },
      inputs: { sums: { n: 3000 } },
      edits: { sums: { 2: changed } },
    });
    expect(await page.evaluate(() => document.querySelector(".nb-banner"))).toBeNull();
    await press(page, "hot-notebook", "Reset");
    await reaches(page, "hot-notebook", "idle", START_MS);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("hot-path"))),
      "something was kept",
    ).toEqual([]);
    expectQuiet(page);
  });

  test("a link for another version can be viewed; one that fits nothing, is broken or hostile is refused in words", async () => {
    const page = await open(path);
    const hash = "0123456789abcdef";
    await follow(page, { hash, inputs: [], cells: [[2, changed], [77, "x"]] }); // biome-ignore format: one line
    expect(await banner(page)).toMatch(
      /made for another version of this notebook.*One change is left out: that code is gone\./,
    );
    await page.click({ role: "button", name: "View changes" });
    await page.waitFor("the changes", () => document.querySelector(".nb-diff") !== null, START_MS);
    await follow(page, { hash, inputs: [], cells: [[77, "x"]] });
    expect(await banner(page, "none of the code")).toMatch(/^The link was made for another version/);
    await follow(page, { inputs: [], cells: [[3, "x"]] });
    expect(await banner(page, "cannot be changed")).toMatch(/nothing of it is used/);

    // hostile and broken ones, too
    const packed = (json: string) => `#nb=${id}&s=${deflateRawSync(json).toString("base64url")}`;
    const links: [string, RegExp][] = [
      [`${packed("{}").slice(0, -2)}`, /^The link is incomplete/],
      [
        packed(`{"v":1,"hash":"0123456789abcdef","inputs":[],"cells":[[1,"${"a".repeat(8_000_000)}"]]}`),
        /^The link is incomplete/,
      ],
      [packed('{"__proto__":{"v":1},"v":1}'), /^The link is incomplete/],
      [packed('{"v":9}'), /later version of this book/],
      ["#nb=<img src=x onerror=alert(1)>", /^The link is incomplete/],
      [`#nb=fixtures/elsewhere`, /not on this page/],
      [`#nb=${id}&s=${"A".repeat(40_000)}`, /longer than 32 KB/],
    ];
    for (const [link, expected] of links) {
      await page.evaluate((fragment: string) => {
        document.querySelector(".nb-banner")?.remove();
        location.hash = fragment;
      }, link);
      expect(await banner(page)).toMatch(expected);
    }
    await page.click({ role: "button", name: "Dismiss" });
    expect(await page.evaluate(() => [location.hash, document.querySelector(".nb-banner")])).toEqual([
      "",
      null,
    ]);
    expect(await states(page, "hot-notebook")).toEqual(["idle"]);
    expectQuiet(page);
  });
});

/** Follows a link on a page that is open: its version unless another is given. */
async function follow(page: Page, state: Partial<LinkState>): Promise<void> {
  const hash = await page.evaluate(
    () => document.querySelector<HTMLElement>("hot-notebook")?.dataset.version ?? "",
  );
  const fragment = await writeLink(id, { hash, inputs: [], cells: [], ...state });
  await page.evaluate((f: string) => {
    location.hash = f;
  }, fragment ?? "");
}

/** What the banner says, once it says anything with `part` in it. */
async function banner(page: Page, part = ""): Promise<string> {
  const text = await page.waitFor(
    `a banner that says “${part}”`,
    (wanted: string) => {
      const said = [...document.querySelectorAll(".nb-banner p")].map((p) => p.textContent).join(" ");
      return said !== "" && said.includes(wanted) && said;
    },
    START_MS,
    part,
  );
  return text || "";
}
