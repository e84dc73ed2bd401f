import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compiledFolder } from "../../../src/notebook/compile/write.ts";
import { PAGE_FILE } from "../../../src/site/notebooks/load.ts";
import { prepareBeside } from "../../../src/site/notebooks/prepare-beside.ts";
import { folderWith } from "../../record/recorded-book.ts";

const notebook = (code: string) =>
  `<!doctype html>\n<notebook theme="air">\n  <title>Example</title>\n  <script type="text/x-typescript">\n    ${code}\n  </script>\n</notebook>\n`;

it("a page can wait for the one notebook that it shows; all are done without mistakes", async () => {
  const root = folderWith({
    "notebooks/a/one.html": notebook("const a = 1;"),
    "notebooks/b/two.html": notebook("const b = 1;"),
  });
  const beside = prepareBeside(root);
  const isThere = (id: string) => existsSync(join(root, compiledFolder, id, PAGE_FILE));
  expect(isThere("b/two")).toBe(false);
  await beside.ready(["a/one", "b/two"]);
  expect(isThere("b/two")).toBe(true);
  expect(await beside.ended).toEqual({ broken: new Map(), missing: [] });
  await beside.ready();
});

it("a page that waits for a notebook that is broken or not there goes on when all mistakes are known", async () => {
  const root = folderWith({
    "notebooks/a/one.html": notebook("const a = nowhere;"),
    "content/cpu/loops.mdx": '<Notebook src="c/three" />',
    "notebooks/b/two.html": notebook("const b = 1;"),
  });
  const beside = prepareBeside(root);
  await Promise.all([beside.ready(["a/one", "b/two"]), beside.ready(["c/three"])]);
  expect(existsSync(join(root, compiledFolder, "b/two", PAGE_FILE))).toBe(true);
  const { broken, missing } = await beside.ended;
  expect([...broken.keys()]).toEqual(["a/one"]);
  expect(broken.get("a/one")).toEqual([expect.stringMatching(/^notebooks\/a\/one\.html:5:15: “nowhere”/)]);
  expect(missing).toEqual([
    expect.stringMatching(/^content\/cpu\/loops\.mdx:1:16: there is no notebook “c\/three”/),
  ]);
});
