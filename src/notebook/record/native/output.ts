import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { DeclaredOutput } from "./declared.ts";

/** A file of raw output: facts of the machine, then every command with all that it said. */
export interface NativeOutput {
  /** "date", "cpu", "caches", "kernel", "compiler", "load", … in the order of the file */
  machine: Record<string, string>;
  /** of sources and commands; empty in files that do not tell it */
  hash: string;
  steps: { command: string; output: string }[];
}

const FACT = /^([a-z]+) {2,}(\S.*)$/;

/** Width of the names of facts. */
const NAME_WIDTH = 10;

/** Reads a file of raw output. Throws an error that says what it lacks. */
export function parseOutput(text: string): NativeOutput {
  const [head, ...rest] = `\n${text}`.split("\n$ ");
  const facts = head.split("\n").flatMap((line) => {
    const [, name, value] = FACT.exec(line) ?? [];
    return name ? [[name, value.trim()]] : [];
  });
  const { hash = "", ...machine } = Object.fromEntries(facts) as Record<string, string>;
  for (const name of ["date", "cpu"])
    if (!machine[name]) throw new TypeError(`the line “${name}” is missing at its beginning`);
  if (rest.length === 0) throw new TypeError("there is no command in it (a line that begins with “$ ”)");
  const steps = rest.map((part) => {
    const [command, ...lines] = part.split("\n");
    return { command, output: lines.join("\n").trimEnd() };
  });
  return { machine, hash, steps };
}

/** The file's text. */
export function formatOutput({ machine, hash, steps }: NativeOutput): string {
  const facts = Object.entries({ ...machine, hash }).map(
    ([name, value]) => `${`${name}  `.padEnd(NAME_WIDTH)}${value}`,
  );
  const said = steps.map(({ command, output }) =>
    // a line that looks like a command is none
    [`$ ${command}`, ...(output === "" ? [] : [output.replace(/^\$ /gm, " $ ")])].join("\n"),
  );
  return `${facts.join("\n")}\n\n${said.join("\n")}\n`;
}

/** Names what an output was made of: its commands, the files of the folder that they name, and all headers. */
export function hashOf(root: string, folder: string, { steps }: DeclaredOutput): string {
  const commands = steps.map(({ run }) => run).join("\n");
  const words = new Set(commands.split(/[\s'"=]+/).map((word) => basename(word)));
  const files = sourcesOf(root, folder).filter((name) => name.endsWith(".h") || words.has(name));
  const texts = files.map((name) => `${name}\n${readFileSync(join(root, folder, name), "utf8")}`);
  return createHash("sha256")
    .update(JSON.stringify([steps, texts]))
    .digest("hex")
    .slice(0, 16);
}

/** Files that a command may use: everything but raw output and declarations. */
export function sourcesOf(root: string, folder: string): string[] {
  return globSync("*", { cwd: join(root, folder) })
    .filter((name) => !/\.(txt|yaml)$/.test(name))
    .sort();
}
