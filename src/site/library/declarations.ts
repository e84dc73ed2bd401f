import { dirname, join } from "node:path";

/** A declaration as the compiler writes it, its comment included. */
interface Declaration {
  name: string;
  /** from `declare`, `interface` or `type` on, without `export` */
  text: string;
  comment: string;
}

const START = /^(?:export )?((?:declare (?:function|class|const)|interface|type) (\w+).*)$/;

/** The declarations of a file that the compiler wrote: each starts at the beginning of a line. */
function declarationsIn(file: string): Declaration[] {
  const found: Declaration[] = [];
  let comment = "";
  let open: Declaration | null = null;
  let depth = 0;
  for (const line of file.split("\n")) {
    const start: RegExpExecArray | null = open ? null : START.exec(line);
    if (start) open = { name: start[2], text: start[1], comment };
    else if (open) open.text += `\n${line}`;
    else comment = /^\/\*\*/.test(line) ? `${line}\n` : /^ \*/.test(line) ? `${comment}${line}\n` : "";
    if (!open) continue;
    if (!/^\s*(\/\*\*|\*)/.test(line)) depth += line.split("{").length - line.split("}").length;
    if (depth > 0 || !/[;}]$/.test(line)) continue;
    found.push(open);
    open = null;
    comment = "";
  }
  return found;
}

/**
 * One file with what an entry exports and everything that it mentions.
 * @param files text of each file of declarations by its path, the entry first: of equal names the first one counts
 */
export function gather(files: ReadonlyMap<string, string>): string {
  const [[entry]] = files;
  const known = new Map<string, Declaration>();
  for (const text of files.values())
    for (const declaration of declarationsIn(text))
      if (!known.has(declaration.name)) known.set(declaration.name, declaration);
  const exported = new Set(exportsOf(entry, files));
  const wanted = new Set(exported);
  for (const name of wanted)
    for (const [word] of known.get(name)?.text.matchAll(/\w+/g) ?? []) if (known.has(word)) wanted.add(word);
  const parts = [...wanted].map((name) => {
    const declaration = known.get(name);
    if (!declaration) throw new Error(`${entry} exports ${name}, which no file declares`);
    return `${declaration.comment}${exported.has(name) ? "export " : ""}${declaration.text}\n`;
  });
  return `${parts.join("\n")}\nexport {};\n`;
}

/** Path of the declarations that a file imports as `./x.ts`. */
export function importedPath(from: string, specifier: string): string {
  return join(dirname(from), specifier.replace(/\.ts$/, ".d.ts"));
}

/** Names that a file declares for others, lists from other files, or hands on as a whole. */
function exportsOf(path: string, files: ReadonlyMap<string, string>): string[] {
  const text = files.get(path) ?? "";
  const own = [...text.matchAll(/^export (?:declare (?:function|class|const)|interface|type) (\w+)/gm)];
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]+)\} from/gm)].flatMap(([, names]) =>
    names.split(",").map((name) => name.trim()),
  );
  const whole = [...text.matchAll(/^export (?:type )?\* from "([^"]+)"/gm)].flatMap(([, specifier]) =>
    exportsOf(importedPath(path, specifier), files),
  );
  return [...own.map(([, name]) => name), ...listed, ...whole];
}
