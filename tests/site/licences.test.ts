import { describe, expect, it } from "vitest";
import { licenceList, packageFolder, readPackage } from "../../src/site/licences/packages.ts";
import { folderWith } from "../record/recorded-book.ts";

describe("the package of a module", () => {
  it.each([
    ["/x/y/node_modules/d3-array/src/mean.js", "/x/y/node_modules/d3-array"],
    ["/x/node_modules/@observablehq/plot/src/index.js?used", "/x/node_modules/@observablehq/plot"],
    ["/x/node_modules/a/node_modules/b/index.js", "/x/node_modules/a/node_modules/b"],
    ["\0/x/node_modules/b/index.js?commonjs", "/x/node_modules/b"],
  ])("%s", (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });

  it.each(["/x/y/src/charts/index.ts", "\0rolldown/runtime.js"])("is none for %s", (id) => {
    expect(packageFolder(id)).toBeNull();
  });
});

describe("a licence list", () => {
  const root = folderWith({
    "a/package.json": '{ "name": "a", "version": "1.0.0", "license": "MIT" }',
    "a/LICENSE": "Do as you like.\n",
    "b/package.json": '{ "name": "b", "version": "2.0.0", "license": "MIT" }',
    "b/license.md": "Do as you like.",
    "c/package.json": '{ "name": "c", "version": "3.0.0", "license": "ISC" }',
    "d/package.json": '{ "name": "d", "version": "4.0.0", "license": "MIT" }',
    "d/licenses/of-a-part.txt": "A part of d.",
    "none/package.json": '{ "name": "none", "version": "3.0.0" }',
  });

  it("has every package with its licence, and each text once", () => {
    const list = licenceList(
      ["c", "b", "a"].map((name) => readPackage(`${root}/${name}`)),
      "Fonts",
    );
    expect(list).toContain("a 1.0.0: MIT\nb 2.0.0: MIT\nc 3.0.0: ISC\n");
    expect(list.match(/Do as you like\./g)).toHaveLength(1);
    expect(list).toContain("a 1.0.0\nb 2.0.0\n\nDo as you like.");
    expect(list).toContain("c 3.0.0\n\nThe package has no licence text of its own; its licence is ISC.");
    expect(list.trimEnd()).toMatch(/Fonts$/);
  });

  it("has the texts that a package keeps in a folder", () => {
    expect(readPackage(`${root}/d`).text).toBe("A part of d.");
  });

  it("is refused for a package that names no licence", () => {
    expect(() => readPackage(`${root}/none`)).toThrow("none 3.0.0 names no licence");
  });
});
