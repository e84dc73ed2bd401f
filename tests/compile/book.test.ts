import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileBook } from "../../src/notebook/compile/book.ts";

const notebook = (code: string) =>
  `<!doctype html>\n<notebook theme="air">\n  <title>Example</title>\n  <script type="text/x-typescript">\n    ${code}\n  </script>\n</notebook>\n`;

/** A book in a folder of its own. */
function book(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "book-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const messages = (root: string) =>
  compileBook(root).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );

describe("the notebooks of a book", () => {
  it("are found by their folder and name", async () => {
    const root = book({
      "notebooks/loops/one.html": notebook("const a = 1;"),
      "notebooks/loops/native/x.c": "",
    });
    expect((await compileBook(root)).map(({ id }) => id)).toEqual(["loops/one"]);
  });

  it("a chapter that names a notebook that does not exist is told its line and column, and what exists", async () => {
    const root = book({
      "notebooks/loops/one.html": notebook("const a = 1;"),
      "content/cpu/loops.mdx":
        'Text.\n\n<Notebook src="loops/one" />\n\nMore: <Notebook compact src="loops/two" />\n',
    });
    expect(await messages(root)).toEqual([
      "content/cpu/loops.mdx:5:30: there is no notebook “loops/two”. Write notebooks/loops/two.html, or name one of loops/one.",
    ]);
  });

  it("mistakes of several files are said together", async () => {
    const root = book({ "notebooks/a/one.html": notebook("const a = x;"), "notebooks/b/two.html": "" });
    expect((await messages(root)).map((line) => line.split(":")[0])).toEqual([
      "notebooks/a/one.html",
      "notebooks/b/two.html",
    ]);
  });

  it("a recorded result that is none is refused with its file", async () => {
    const root = book({
      "notebooks/loops/one.html": notebook("const a = 1;"),
      "notebooks/loops/one.recorded/chromium.json":
        '{"schema":"hot-path/record.v1","notebook":"loops/one","recordedAt":"2026-11-20T12:00:00Z","machine":null,"results":{"a":{"schema":"other"}}}',
    });
    expect(await messages(root)).toEqual([
      expect.stringMatching(
        /^notebooks\/loops\/one\.recorded\/chromium\.json:1:1: not a recorded result: record\.results\.a\.schema: /,
      ),
    ]);
  });
});

it("a build with a broken notebook fails with the place and the fix, and no stack trace", {
  timeout: 60_000,
}, () => {
  const root = book({ "notebooks/loops/one.html": notebook("const a = nowhere;") });
  const script = `
    import { notebooks } from ${JSON.stringify(join(process.cwd(), "src/site/notebooks/integration.ts"))};
    const config = { root: new URL("file://${root}/"), base: "/" };
    await notebooks({ pages: {} }).hooks["astro:config:setup"]({ config, command: "build", injectRoute() {}, updateConfig() {} });
  `;
  writeFileSync(join(root, "build.mjs"), script);
  const { status, stderr } = spawnSync(process.execPath, [join(root, "build.mjs")], { encoding: "utf8" });
  expect(stderr.trim().split("\n")).toEqual([
    "notebooks/loops/one.html:5:15: “nowhere” is not defined. Declare it in a cell (const nowhere = …) or import it.",
  ]);
  expect(status).toBe(1);
});
