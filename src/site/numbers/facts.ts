import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { dayText } from "../../bench/text/day.ts";
import { stop } from "../book/load-book.ts";
import { keptByFile } from "../kept.ts";

/** One number of the book's prose that no notebook measures: its value, and how we know it. */
export interface Fact {
  id: string;
  /** one value or a range, in `unit` */
  value: number | [number, number];
  unit: string;
  says: string;
  source:
    | {
        kind: "measured";
        machine: string;
        command: string;
        /** raw output that holds the number, `notebooks/<chapter>/native/<name>.txt` */
        file: string;
        date: string;
        /** how the number follows from those of the file, where it does not stand there: "(3.53 - 0.54) / 2" */
        derived?: string;
      }
    | { kind: "cited"; title: string; author: string; url: string; date: string };
  /** day after which it must be looked at again */
  recheck: string;
}

/** Reads `content/facts/<id>.yaml`; ends the build with one line if there is none. */
export function loadFact(id: string): Fact {
  const file = `content/facts/${id}.yaml`;
  const path = join(process.cwd(), file);
  if (!existsSync(path))
    stop([
      `${file}: a chapter uses the fact “${id}” but this file does not exist. Write it, or correct the id.`,
    ]);
  return readFact(path);
}

const readFact = keptByFile((path): Fact => parse(readFileSync(path, "utf8")));

const digits = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 9 });

/** "3.56 ns", "20 to 100 µs", "5,241,888 mispredictions". */
export function factText({ value, unit }: Fact): string {
  const text = Array.isArray(value) ? value.map(digits.format).join(" to ") : digits.format(value);
  return unit ? `${text}\u00a0${unit}` : text;
}

/** Where the number comes from, in one line. */
export function factOrigin({ says, source }: Fact): string {
  const date = dayText(source.date);
  if (source.kind === "measured") return `${says}. Measured ${date} on ${source.machine}: ${source.command}`;
  return `${says}. ${source.author}, ${source.title}, ${date}`;
}
