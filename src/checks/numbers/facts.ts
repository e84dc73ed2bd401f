import { existsSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, type Node } from "yaml";
import { YamlReader } from "../../site/book/yaml.ts";
import type { Fact } from "../../site/numbers/facts.ts";
import { nearest } from "../chapters/nearest.ts";
import type { Check } from "../check.ts";
import { filesOf, pagesOf, textOf } from "../files.ts";
import { type Page, sayAt } from "../prose/page.ts";
import { NATIVE_OUTPUT, numberProblems } from "./fact-numbers.ts";

/** Facts that chapters use exist, are complete and not past their date; raw output that they cite is there. */
export const facts: Check = {
  name: "facts",
  run: async (root) => {
    const files = filesOf(root, "content/facts/**/*.yaml");
    return [
      ...pagesOf(root).flatMap((page) => unknownFacts(page, files.map(idOf))),
      ...files.flatMap((file) =>
        factProblems(file, textOf(root, file), {
          now: new Date(),
          read: (path) => (existsSync(join(root, path)) ? textOf(root, path) : undefined),
        }),
      ),
    ];
  },
};

function idOf(file: string): string {
  return file.replace(/^content\/facts\/|\.yaml$/g, "");
}

/** Uses of facts that are not there. */
export function unknownFacts(page: Page, ids: string[]): string[] {
  return page.nodes.flatMap(({ node }) => {
    if (!Array.isArray(node.attributes) || !["Fact", "Predict"].includes(node.name ?? "")) return [];
    const attribute = node.attributes.find(({ name }) => name === (node.name === "Fact" ? "id" : "fact"));
    if (typeof attribute?.value !== "string" || ids.includes(attribute.value)) return [];
    const similar = nearest(attribute.value, ids);
    return [
      sayAt(
        page,
        node.position.start.offset,
        `there is no fact “${attribute.value}”`,
        `Write content/facts/${attribute.value}.yaml, or correct the id${similar ? `; perhaps “${similar}” is meant` : ""}`,
      ),
    ];
  });
}

/** What facts are held against. */
interface Surroundings {
  now: Date;
  /** the text of a file of the project; undefined if there is none */
  read: (path: string) => string | undefined;
}

const FIELDS = ["id", "value", "unit", "says", "source", "recheck"];
const MEASURED = ["kind", "machine", "command", "file", "date"];
const CITED = ["kind", "title", "author", "url", "date"];
const HOW = "Add it; facts of other chapters show how";

/** What is wrong with a fact, at its line. */
export function factProblems(file: string, text: string, { now, read }: Surroundings): string[] {
  const yaml = new YamlReader(file, text);
  if (yaml.problems.length > 0) return yaml.problems;
  const { root } = yaml;
  if (!isMap(root)) return [`${file}:1:1: is no fact. Write ${FIELDS.join(", ")}, a line each.`];
  const fact = root.toJSON() as Partial<Fact>;
  const at = (key: string) => yaml.get(root, key) ?? root;
  known(yaml, root, FIELDS, "a fact");
  if (fact.id !== idOf(file))
    yaml.say(at("id"), `its id is “${fact.id}”`, `Write id: ${idOf(file)}, as the file is called`);
  for (const field of FIELDS)
    if (fact[field as keyof Fact] === undefined) yaml.say(root, `“${field}” is missing`, HOW);
  const numbers = [fact.value ?? 0].flat();
  if (numbers.length > 2 || numbers.some((number) => !Number.isFinite(number)))
    yaml.say(at("value"), "“value” is no number", "Write value: 3.5, or a range as in value: [3, 4]");
  sourceProblems(yaml, fact, read);
  const day = dayOf(yaml, yaml.get(root, "recheck"));
  if (day && day < now)
    yaml.say(
      at("recheck"),
      `it was to be looked at again by ${fact.recheck}`,
      "Measure or look it up again, and set a new date",
    );
  return yaml.problems;
}

function sourceProblems(
  yaml: YamlReader,
  { source, value }: Partial<Fact>,
  read: Surroundings["read"],
): void {
  const node = yaml.get(yaml.root, "source");
  if (!source || !isMap(node)) return;
  const at = (key: string) => yaml.get(node, key) ?? node;
  if (source.kind !== "measured" && source.kind !== "cited") {
    yaml.say(
      at("kind"),
      `its source is of the kind “${(source as { kind?: unknown }).kind}”`,
      "Write kind: measured, or kind: cited",
    );
    return;
  }
  const wanted = source.kind === "measured" ? MEASURED : CITED;
  known(
    yaml,
    node,
    [...wanted, ...(source.kind === "measured" ? ["derived"] : [])],
    `a source that is ${source.kind}`,
  );
  for (const field of wanted)
    if (!(source as Record<string, unknown>)[field])
      yaml.say(node, `“${field}” of its source is missing`, HOW);
  dayOf(yaml, yaml.get(node, "date"));
  if (source.kind === "cited" && source.url && !URL.canParse(source.url))
    yaml.say(
      at("url"),
      `“${source.url}” is no address`,
      "Write where it can be read, as in https://example.org/page",
    );
  if (source.kind !== "measured" || !source.file) return;
  const output = read(source.file);
  if (output === undefined)
    yaml.say(
      at("file"),
      `its source ${source.file} does not exist`,
      "Keep the raw output of the measurement there",
    );
  else if (NATIVE_OUTPUT.test(source.file) && value !== undefined)
    for (const [what, fix] of numberProblems({ value }, source, output)) yaml.say(at("file"), what, fix);
}

/** Fields that nobody reads. */
function known(yaml: YamlReader, map: Node, names: string[], owner: string): void {
  if (!isMap(map)) return;
  for (const { key } of map.items as { key: Node }[]) {
    const name = isScalar(key) ? String(key.value) : "";
    if (names.includes(name)) continue;
    const similar = nearest(name, names);
    yaml.say(
      key,
      `${owner} has no field “${name}”`,
      similar ? `Perhaps “${similar}” is meant` : "Take it out",
    );
  }
}

/** A day as it is written, 2026-11-20; one that is none is noted. */
function dayOf(yaml: YamlReader, node: Node | null): Date | undefined {
  if (!node) return undefined;
  const text = yaml.text(node) ?? "";
  const day = new Date(text);
  if (/^\d{4}(-\d\d){0,2}$/.test(text) && !Number.isNaN(day.getTime())) return day;
  yaml.say(
    node,
    `“${text || String((node as { value?: unknown }).value)}” is no day`,
    "Write it as in 2026-11-20",
  );
  return undefined;
}
