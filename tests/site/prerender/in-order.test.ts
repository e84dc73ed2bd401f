import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { inOrderOfNotebooks } from "../../../src/site/prerender/in-order.ts";

const root = mkdtempSync(join(tmpdir(), "hot-path-order-"));
afterAll(() => rmSync(root, { recursive: true }));

it("pages come when their last notebook is prepared, and pages that may be about all come last", () => {
  const files = {
    "notebooks/a/one.html": "",
    "notebooks/b/one.html": "",
    "notebooks/c/one.html": "",
    "content/index.mdx": "<Home />",
    "content/machine.mdx": "No notebook.",
    "content/cpu/late.mdx": '<Notebook src="a/one" />\n\n<Notebook\n  src="c/one"\n/>',
    "content/cpu/early.mdx": '<Notebook src="a/one" />',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = ["/notebooks/", "/", "/cpu/late/", "/social/cpu/late.png", "/machine/", "/cpu/early/"];
  const ordered = inOrderOfNotebooks(
    paths.map((pathname) => ({ pathname })),
    root,
  ).map(({ pathname }) => pathname);
  expect(ordered).toEqual([
    ...["/machine/", "/cpu/early/", "/cpu/late/"],
    // the home page, and what is no file of the content
    ...["/notebooks/", "/", "/social/cpu/late.png"],
  ]);
});
