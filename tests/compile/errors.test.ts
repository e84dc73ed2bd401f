import { describe, expect, it } from "vitest";
import { compile } from "../../src/notebook/compile/compile.ts";
import { NotebookErrors } from "../../src/notebook/compile/error.ts";

const file = "notebooks/loops/example.html";

/** A notebook around cells that stand as given, so that line 4 is the first line of the first cell. */
function notebook(cells: string): string {
  return `<!doctype html>\n<notebook theme="air">\n  <title>Example</title>\n${cells}\n</notebook>\n`;
}

function ts(...lines: string[]): string {
  return `  <script type="text/x-typescript">\n${lines.map((line) => `    ${line}`).join("\n")}\n  </script>`;
}

async function messages(html: string): Promise<string[]> {
  try {
    await compile(file, html, async () => "");
  } catch (error) {
    if (error instanceof NotebookErrors) return error.message.split("\n");
    throw error;
  }
  return [];
}

interface Case {
  name: string;
  html: string;
  /** line and column from 1, as an editor shows them */
  at: string;
  /** what is wrong, and a part of the fix */
  says: RegExp;
}

const cases: Case[] = [
  { name: "an empty file", html: " \n", at: "1:1", says: /the file is empty\. Start from: <!doctype html>/ },
  {
    name: "a file without a notebook",
    html: "<p>hello</p>",
    at: "1:1",
    says: /there is no <notebook> element/,
  },
  {
    name: "a notebook without a title",
    html: "<notebook>\n<script>1</script></notebook>",
    at: "1:1",
    says: /has no title\. Add <title>/,
  },
  {
    name: "a notebook without cells",
    html: "<notebook>\n<title>A</title></notebook>",
    at: "1:1",
    says: /has no cells/,
  },
  {
    name: "an unclosed notebook",
    html: notebook(ts("1")).replace("</notebook>", ""),
    at: "2:1",
    says: /<notebook> is not closed\. Add <\/notebook>/,
  },
  {
    name: "an unclosed title",
    html: "<notebook>\n  <title>A\n</notebook>",
    at: "2:3",
    says: /<title> is not closed/,
  },
  {
    name: "a cell swallowed by an unclosed one before it",
    html: notebook(`  <script type="module">\n    1\n${ts("2")}`),
    at: "4:3",
    says: /this cell is not closed before the next one starts on line 6\. Close it with <\/script>/,
  },
  {
    name: "text outside a cell",
    html: notebook(`  hello\n${ts("1")}`),
    at: "4:3",
    says: /text outside a cell: “hello”/,
  },
  {
    name: "an element that is no cell",
    html: notebook(`  <p>hello</p>\n${ts("1")}`),
    at: "4:3",
    says: /<p> is not part of a notebook/,
  },
  {
    name: "a cell in a language that does not run here",
    html: notebook('  <script type="application/sql">\n    select 1\n  </script>'),
    at: "4:3",
    says: /cells of type “application\/sql” do not run in this book/,
  },
  {
    name: "an unknown import",
    html: notebook(ts('import { sum } from "npm:lodash";', "const a = sum([1]);")),
    at: "5:25",
    says: /“npm:lodash” cannot be imported\. A notebook may import #bench/,
  },
  {
    name: "an import of a file",
    html: notebook(ts("", 'import { sum } from "./sum.js";', "const a = sum;")),
    at: "6:25",
    says: /“\.\/sum\.js” cannot be imported/,
  },
  {
    name: "a dynamic import",
    html: notebook(ts('const a = await import("htl");')),
    at: "5:21",
    says: /cannot be followed at build time/,
  },
  {
    name: "two cells that define one name",
    html: notebook(`${ts("const a = 1;")}\n${ts("const b = 1,", "  a = 2;")}`),
    at: "9:7",
    says: /“a” is already defined by the cell on line 5\. Rename one of the two/,
  },
  {
    name: "an undefined name",
    html: notebook(ts("const a = 1;", "const b = a + c;")),
    at: "6:19",
    says: /“c” is not defined\. Declare it in a cell \(const c = …\) or import it/,
  },
  {
    name: "a misspelt name",
    html: notebook(ts("const a = veiw(1);")),
    at: "5:15",
    says: /“veiw” is not defined\. Did you mean “view”\?/,
  },
  {
    name: "an undefined name in prose",
    html: notebook('  <script type="text/markdown">\n    It took\n    ${elapsed} ms.\n  </script>'),
    at: "6:7",
    says: /“elapsed” is not defined/,
  },
  {
    name: "a part of Notebook Kit's library that is not shipped",
    html: notebook(ts("const t = await FileAttachment('a.csv').csv();")),
    at: "5:21",
    says: /“FileAttachment” is part of Notebook Kit's library that this book does not ship/,
  },
  {
    name: "circular cells",
    html: notebook(`${ts("const a = b + 1;")}\n${ts("const b = a + 1;")}`),
    at: "8:15",
    says: /cells need each other in a circle: line 5 → line 8 → line 5\. Break it: move “a” to a cell of its own/,
  },
  {
    name: "an enum",
    html: notebook(ts("const a = 1;", "enum Colour { Red }")),
    at: "6:5",
    says: /TypeScript enum is not supported\. Use what erases to plain JavaScript: a union of strings/,
  },
  {
    name: "a parameter property",
    html: notebook(ts("class A { constructor(private x: number) {} }")),
    at: "5:35",
    says: /TypeScript parameter property is not supported/,
  },
  {
    name: "a namespace",
    html: notebook(ts("namespace A { export const x = 1; }")),
    at: "5:5",
    says: /TypeScript namespace declaration is not supported/,
  },
  {
    name: "an angle-bracket assertion",
    html: notebook(ts("const a = <number>1;")),
    at: "5:15",
    says: /angle-bracket syntax/,
  },
  {
    name: "a syntax error in TypeScript",
    html: notebook(ts("const a = 1;", "const b: = 2;")),
    at: "6:14",
    says: /syntax error: unexpected token `=`/,
  },
  {
    name: "a syntax error in JavaScript",
    html: notebook('  <script type="module">\n    const a = ;\n  </script>'),
    at: "5:15",
    says: /syntax error: unexpected token/,
  },
  {
    name: "an unclosed expression in prose",
    html: notebook('  <script type="text/markdown">\n    It took ${1 + ms.\n  </script>'),
    at: "5:22",
    says: /syntax error/,
  },
  {
    name: "an assignment to another cell's value",
    html: notebook(`${ts("let a = 1;")}\n${ts("a = 2;")}`),
    at: "8:5",
    says: /“a” is assigned here but declared in no cell or in another one\. Declare it here \(let a = …\), or export a Mutable/,
  },
  {
    name: "a global redefined",
    html: notebook(ts("const Map = 1;")),
    at: "5:11",
    says: /global 'Map' cannot be redefined/i,
  },
  {
    name: "a script in an html cell",
    html: notebook(
      '  <script type="text/html">\n    <b>bold</b>\n    <script>alert(1)<\\/script>\n  </script>',
    ),
    at: "6:5",
    says: /<script> in an html cell does not run\. Move the code/,
  },
  {
    name: "a bench cell that captures a function of the page",
    html: notebook(
      `${ts("const label = () => document.title;")}\n${ts('import { experiment } from "#bench";', "const run = view(experiment({ variants: { a: () => label().length } }));")}`,
    ),
    at: "9:56",
    says: /“label” cannot be sent to the worker: it is a function of the cell on line 5, which runs on the page because it uses document\. Move “label” to a cell of its own without document/,
  },
  {
    name: "a bench cell that captures an element",
    html: notebook(
      `${ts("const box = html`<div>`;")}\n${ts('import { experiment } from "#bench";', "const run = view(experiment({ variants: { a: () => box.id } }));")}`,
    ),
    at: "9:56",
    says: /“box” cannot be sent to the worker: it is an element of the page/,
  },
  {
    name: "a bench cell that captures through a pure cell",
    html: notebook(
      `${ts("const shout = (s: string) => s + window.name;")}\n${ts("function twice(s: string) {", "  return shout(s) + shout(s);", "}")}\n${ts('import { experiment } from "#bench";', 'const run = view(experiment({ variants: { a: () => twice("a") } }));')}`,
    ),
    at: "9:14",
    says: /“shout” cannot be sent to the worker/,
  },
  {
    name: "two experiments in one cell",
    html: notebook(
      ts(
        'import { experiment } from "#bench";',
        "const a = view(experiment({ variants: {} }));",
        "const b = view(experiment({ variants: {} }));",
      ),
    ),
    at: "5:5",
    says: /declares one value, this one 2/,
  },
  {
    name: "a bench cell that uses the page",
    html: notebook(
      ts(
        'import { experiment } from "#bench";',
        "const a = view(experiment({ variants: { t: () => document.title } }));",
      ),
    ),
    at: "5:5",
    says: /also runs in a worker, where document does not exist/,
  },
];

describe("a mistake in a notebook is said with its place and its fix", () => {
  for (const { name, html, at, says } of cases) {
    it(name, async () => {
      const [first] = await messages(html);
      expect(first).toMatch(says);
      expect(first.slice(0, first.indexOf(": "))).toBe(`${file}:${at}`);
      expect(first).toMatch(/\.$/);
    });
  }

  it("names every undefined name of a file at once, in the order of lines", async () => {
    const all = await messages(notebook(`${ts("const a = x;")}\n${ts("const b = y;")}`));
    expect(all.map((line) => line.split(":")[1])).toEqual(["5", "8"]);
  });

  it("accepts a correct notebook", async () => {
    expect(await messages(notebook(ts("const a: number = 1;")))).toEqual([]);
  });
});
