import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { compileBook } from "../../../src/notebook/compile/book.ts";
import { notebooksWith } from "../../../src/notebook/compile/find.ts";
import { writeNotebook } from "../../../src/notebook/compile/write.ts";

const notebook = (code: string) =>
  `<notebook>\n  <title>Example</title>\n  <script type="text/x-typescript">\n    ${code}\n  </script>\n</notebook>\n`;

const root = mkdtempSync(join(tmpdir(), "book-"));
function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
write("notebooks/loops/one.html", notebook('import { f } from "./f.wat";\n    display(f());'));
write("notebooks/loops/two.html", notebook("const a = 1;"));
write("notebooks/other/one.html", notebook("const a = 1;"));
write("notebooks/loops/f.wat", '(module (func (export "f") (result i32) (i32.const 1)))');

it("a saved kernel belongs to the notebooks beside it that import it", () => {
  expect(notebooksWith(root, "notebooks/loops/f.wat")).toEqual(["loops/one"]);
  expect(notebooksWith(root, "notebooks/loops/g.wat")).toEqual([]);
});

it("a changed kernel is another binary when the book is compiled again", async () => {
  const binary = async () => (await compileBook(root, ["loops/one"]))[0].kernels[0].binary;
  const before = await binary();
  write("notebooks/loops/f.wat", '(module (func (export "f") (result i32) (i32.const 2)))');
  expect(await binary()).not.toBe(before);
});

it("the manifest holds what runs and not what is only shown; types lie beside it", async () => {
  const [one] = await compileBook(root, ["loops/one"]);
  const written = writeNotebook(root, one);
  const folder = join(root, ".notebooks");
  const { kernels } = JSON.parse(readFileSync(join(folder, written.manifest), "utf8"));
  expect(Object.keys(kernels[0]).sort()).toEqual([
    "binary",
    "exports",
    "features",
    "file",
    "memory",
    "specifier",
  ]);
  expect(readFileSync(join(folder, "loops/one/f.d.wat.ts"), "utf8")).toContain("function f(): number;");
});
