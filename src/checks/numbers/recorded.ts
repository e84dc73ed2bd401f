import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseOutput } from "../../notebook/record/native/output.ts";
import type { RecordedNumber } from "../../site/numbers/recorded.ts";
import { attributesOf, type Component, componentsIn, NotPlain, parseMdx } from "../../site/study/mdx.ts";
import { resultNumber } from "../../study/predict/result-number.ts";
import { nearest } from "../chapters/nearest.ts";
import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";
import { bookOf, type EvaluatedNotebook } from "../notebooks/book.ts";

/** Numbers and raw output that pages show were recorded. */
export const recordedNumbers: Check = {
  name: "recorded numbers",
  run: async (root) => {
    const { notebooks, broken } = await bookOf(root);
    return filesOf(root, "content/**/*.mdx").flatMap((file) => {
      const components = read(textOf(root, file));
      return [
        ...recordedProblems(file, components, notebooks, broken),
        ...nativeProblems(file, components, (path) =>
          existsSync(join(root, path)) ? textOf(root, path) : undefined,
        ),
      ];
    });
  },
};

/** Components of a page; none if it cannot be read, which the check of syntax tells. */
function read(text: string): Component[] {
  try {
    return [...componentsIn(parseMdx(text).children)];
  } catch {
    return [];
  }
}

const browsers: Record<string, string> = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** `<Recorded>` and `<Predict recorded>` whose number is in no record; those of broken notebooks are left for later. */
export function recordedProblems(
  file: string,
  components: Component[],
  notebooks: readonly EvaluatedNotebook[],
  broken: Pick<ReadonlyMap<string, unknown>, "has">,
): string[] {
  return components.flatMap((component) => {
    const wanted = wantedBy(component);
    if (!wanted || broken.has(wanted.notebook)) return [];
    const wrong = absent(wanted, notebooks);
    return wrong ? [say(file, component, ...wrong)] : [];
  });
}

function wantedBy(component: Component): RecordedNumber | undefined {
  const attributes = plainAttributes(component);
  if (!attributes) return undefined;
  if (component.name === "Recorded") return attributes as unknown as RecordedNumber;
  return component.name === "Predict" ? (attributes.recorded as RecordedNumber | undefined) : undefined;
}

/** Attributes as they are written; undefined if one is computed, which only the build knows. */
function plainAttributes(component: Component): Record<string, unknown> | undefined {
  try {
    return attributesOf(component);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function absent(
  wanted: RecordedNumber,
  notebooks: readonly EvaluatedNotebook[],
): [what: string, fix: string] | undefined {
  const found = notebooks.find(({ notebook }) => notebook.id === wanted.notebook);
  if (!found)
    return [
      `there is no notebook “${wanted.notebook}”`,
      perhaps(
        wanted.notebook,
        notebooks.map(({ notebook }) => notebook.id),
      ),
    ];
  const { experiments, recorded } = found.notebook;
  const names = experiments.map(({ name }) => name);
  if (!names.includes(wanted.experiment))
    return [`${wanted.notebook} has no experiment “${wanted.experiment}”`, perhaps(wanted.experiment, names)];
  const { browser } = wanted;
  if (browser !== undefined && !browsers[browser])
    return [`“${browser}” is no browser that records`, `Name one of ${Object.keys(browsers).join(", ")}`];
  const results = recorded.flatMap((record) => record.results[wanted.experiment] ?? []);
  const own = results.filter(
    ({ environment }) => environment.browser.name === browsers[browser ?? "chromium"],
  );
  if (own.some((result) => resultNumber(result, wanted) !== undefined)) return undefined;
  const variants = [...new Set(results.flatMap(({ bench }) => Object.keys(bench.sources)))];
  if (results.length > 0 && !variants.includes(wanted.of))
    return [
      `the experiment “${wanted.experiment}” has no variant “${wanted.of}”`,
      perhaps(wanted.of, variants),
    ];
  return [
    `no record of ${wanted.notebook} has this number`,
    `Record it: npm run record -- ${wanted.notebook}, or correct value, of and at`,
  ];
}

/** `<Native>` of raw output that is not there. */
export function nativeProblems(
  file: string,
  components: Component[],
  textOfFile: (path: string) => string | undefined,
): string[] {
  return components.flatMap((component) => {
    if (component.name !== "Native") return [];
    const attributes = plainAttributes(component);
    if (!attributes) return [];
    const { src = "", command = "" } = attributes as Record<string, string>;
    const [chapter, name] = String(src).split("/");
    const path = `notebooks/${chapter}/native/${name}.txt`;
    const text = textOfFile(path);
    if (text === undefined)
      return [
        say(
          file,
          component,
          `there is no raw output ${path}`,
          `Record it: npm run record -- --native ${chapter}`,
        ),
      ];
    if (commandsIn(text).some((one) => one.startsWith(command))) return [];
    return [
      say(
        file,
        component,
        `no command in ${path} begins with “${command}”`,
        "Name one of its lines that begin with “$ ”",
      ),
    ];
  });
}

/** Commands of raw output; of what is none, nothing, which the check of native programs tells. */
function commandsIn(text: string): string[] {
  try {
    return parseOutput(text).steps.map(({ command }) => command);
  } catch {
    return [""];
  }
}

function perhaps(name: string, names: string[]): string {
  const similar = nearest(name ?? "", names);
  return similar ? `Perhaps “${similar}” is meant` : `Name one of ${names.join(", ")}`;
}

function say(file: string, { name, position }: Component, what: string, fix: string): string {
  const { line = 1, column = 1 } = position?.start ?? {};
  return `${file}:${line}:${column}: <${name}>: ${what}. ${fix}.`;
}
