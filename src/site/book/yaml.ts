import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** A place in a file, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A YAML text that is read value by value; what is not as it should be is noted with its place. */
export class YamlReader {
  readonly root: Node | null;
  /** one line per mistake so far: `file:line:column: what. The fix.` */
  readonly problems: string[] = [];
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #firstLine: number;

  /**
   * @param file as messages name it
   * @param firstLine line of the file on which the text begins
   */
  constructor(file: string, text: string, firstLine = 1) {
    this.#file = file;
    this.#firstLine = firstLine;
    const { contents, errors } = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    this.root = errors.length > 0 ? null : contents;
    if (errors.length > 0)
      this.problems.push(
        `${this.#at(errors[0].pos[0])}: not valid YAML: ${errors[0].message}. Correct that line.`,
      );
  }

  /** Where a value begins. */
  placeOf(node: Node | null): Place {
    const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0);
    return { line: line + this.#firstLine - 1, column: col };
  }

  /** Notes a mistake. */
  say(node: Node | null, what: string, fix: string): void {
    this.problems.push(`${this.#at(node?.range?.[0] ?? 0)}: ${what}. ${fix}.`);
  }

  /** The value of a key, or null. */
  get(map: Node | null, key: string): Node | null {
    return isMap(map) ? ((map.get(key, true) as Node | undefined) ?? null) : null;
  }

  /** A text that is not empty. */
  text(node: Node | null): string | null {
    return isScalar(node) && typeof node.value === "string" && node.value.trim() ? node.value.trim() : null;
  }

  /** The entries of a list; null if it is none. */
  list(node: Node | null): Node[] | null {
    return isSeq(node) ? (node.items as Node[]) : null;
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.#file}:${line + this.#firstLine - 1}:${col}`;
  }
}
