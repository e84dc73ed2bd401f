import { gzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { withoutScrollScript } from "../../../src/site/prerender/drop-scroll-script.ts";
import { RenderedPages } from "../../../src/site/prerender/rendered-pages.ts";
import { scriptHash } from "../../../src/site/production/inline-scripts.ts";

const html = `<!doctype html><head><meta charset="utf-8"><link rel="stylesheet" href="/_astro/a.css"></head>
<script>start()</script><button onclick="stop()">Stop</button><img src="https://far.example/b.png">`;

let pages = new RenderedPages();
afterEach(async () => {
  await pages.close();
  pages = new RenderedPages();
});

it("what a thread reads of a page is what is read of it at once", async () => {
  pages.take({ file: "cpu/one/index.html", html });
  const neverRead = () => {
    throw new Error("the page was taken before");
  };
  const facts = await pages.facts("cpu/one/index.html", neverRead);
  expect(facts).toEqual({
    hashes: [scriptHash("start()")],
    handlers: ["<button onclick>"],
    foreign: ["https://far.example/b.png"],
    addresses: expect.arrayContaining(["/_astro/a.css"]),
    gzipBytes: gzipSync(html).length,
  });
  expect(await pages.facts("cpu/two/index.html", () => html)).toEqual(facts);
});

it("many pages are told apart, whatever the order in which they are asked for", async () => {
  const texts = Array.from(
    { length: 20 },
    (_, i) => `<script>page(${i})</script>${"<p>text</p>".repeat(i * 200)}`,
  );
  for (const [i, text] of texts.entries()) pages.take({ file: `${i}/index.html`, html: text });
  const asked = [...texts.keys()].reverse();
  const found = await Promise.all(asked.map((i) => pages.facts(`${i}/index.html`, () => "")));
  expect(found.map(({ hashes }) => hashes)).toEqual(asked.map((i) => [scriptHash(`page(${i})`)]));
});

it("Expressive Code's script is taken out of a page, and no other", () => {
  const other = '<script type="module" src="/book/_astro/player.Ab1.js"></script>';
  const page = `<p>a</p><script type="module" src="/book/_astro/ec.Xy9.js"></script>${other}`;
  expect(withoutScrollScript(page)).toBe(`<p>a</p>${other}`);
});
