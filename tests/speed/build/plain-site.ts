import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { readNotebook } from "../../../src/notebook/compile/read.ts";
import { parseOutput } from "../../../src/notebook/record/native/output.ts";
import { readBook, sidebar } from "../../../src/site/book/book.ts";
import { factText } from "../../../src/site/numbers/facts.ts";
import { nativeText } from "../../../src/site/numbers/native.ts";
import { plainText, type Replace } from "./plain-text.ts";

/** Languages of code blocks by the modes of cells; prose is none. */
const LANGUAGES = { js: "js", ts: "ts", html: "html", tex: "latex", md: "" };

/**
 * Writes a plain Starlight site with the text of a book: its chapters in the same order below the same parts, its code and that of its
 * notebooks in code blocks, and nothing of ours.
 * @param book folder of the book
 * @param to a folder below the project's, where its packages are found
 */
export function writePlainSite(book: string, to: string): void {
  const read = (file: string) => readFileSync(join(book, file), "utf8");
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), text);
  };
  const parts = sidebar(readBook(read("content/book.yaml")).book).map(({ label, items }) => ({
    label,
    items: items.slice(1),
  }));
  // Astro reads here which packages it has to build
  const dependencies = { "@astrojs/starlight": "*", astro: "*" };
  write("package.json", JSON.stringify({ name: "plain", private: true, type: "module", dependencies }));
  write("astro.config.mjs", config(parts));
  write("src/content.config.ts", COLLECTION);
  const replace = replaceIn(read);
  for (const file of globSync("content/**/*.mdx", { cwd: book }))
    write(file.replace("content", "src/content/docs"), plainText(read(file), replace));
}

function config(parts: unknown): string {
  return `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://hotpath.example",
  integrations: [starlight({ title: "Plain", sidebar: ${JSON.stringify(parts)} })],
});
`;
}

const COLLECTION = `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Numbers, notebooks and outputs of programs as text. */
function replaceIn(read: (file: string) => string): Replace {
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const replace: Record<string, (tag: string) => string> = {
    Fact: (tag) => factText(parse(read(`content/facts/${attribute(tag, "id")}.yaml`))),
    Recorded: () => "4.6×",
    Notebook: (tag) => notebookText(attribute(tag, "src"), read),
    Native: (tag) => {
      const [chapter, name] = attribute(tag, "src").split("/");
      const output = parseOutput(read(`notebooks/${chapter}/native/${name}.txt`));
      const steps = output.steps.filter(({ command }) => command.startsWith(attribute(tag, "command")));
      return block("console", nativeText({ ...output, steps }));
    },
  };
  return (name, tag) => (Object.hasOwn(replace, name) ? replace[name](tag) : undefined);
}

function notebookText(id: string, read: (file: string) => string): string {
  const file = `notebooks/${id}.html`;
  const { title, cells } = readNotebook(file, read(file));
  const texts = cells.map(({ mode, value }) =>
    mode === "md" ? value.replace(/[<{]/g, "\\$&") : block(LANGUAGES[mode], value.trimEnd()),
  );
  return [`\n\n### ${title}`, ...texts, ""].join("\n\n");
}

function block(language: string, text: string): string {
  return `\n\n\`\`\`${language}\n${text}\n\`\`\`\n\n`;
}
