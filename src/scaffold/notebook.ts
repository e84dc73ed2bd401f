import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../checks/chapters/nearest.ts";
import { chapterIds, readBook } from "../site/book/book.ts";
import { syllabusChapters } from "../site/paths/load-paths.ts";
import { readSyllabus, SYLLABUS_FILE } from "../site/syllabus/read-syllabus.ts";
import { KINDS } from "../site/syllabus/syllabus.ts";
import { type Draft, Refusal, twoNames } from "./draft.ts";
import { measureText, nativeProgram, simulationText } from "./notebook-text.ts";

/**
 * A new notebook, or for the kind “recorded” a native program.
 * @param id "branches/sorted-vs-random"
 * @param kind as the syllabus says unless given
 * @throws Refusal
 */
export function draftNotebook(
  root: string,
  id: string,
  { kind, title }: { kind?: string; title?: string } = {},
): Draft {
  const [chapter, name] = twoNames(id, "npm run new notebook branches/sorted-vs-random");
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const { syllabus } = readSyllabus(read(SYLLABUS_FILE));
  const chapters = [
    ...syllabusChapters(syllabus).keys(),
    ...chapterIds(readBook(read("content/book.yaml")).book),
  ];
  const known = [...new Set(chapters.map((one) => one.split("/")[1]))];
  if (!known.includes(chapter)) {
    const similar = nearest(chapter, known);
    throw new Refusal(
      `There is no chapter “${chapter}”. ${similar ? `Perhaps “${similar}” is meant.` : "Begin it first: npm run new chapter <part>/<chapter>."}`,
    );
  }
  const planned = syllabus.parts
    .flatMap((part) => part.chapters)
    .find((one) => one.id === chapter)
    ?.notebooks.find((one) => one.id === name);
  const chosen = kind || planned?.kind || "measure";
  if (!Object.hasOwn(KINDS, chosen))
    throw new Refusal(
      `“${chosen}” is no kind of notebook. Write --kind ${Object.keys(KINDS).join(" or --kind ")}.`,
    );
  const called = title?.trim() || `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
  const draft: Draft =
    chosen === "recorded"
      ? nativeProgram(
          chapter,
          name,
          existsSync(join(root, `notebooks/${chapter}/native/runs.yaml`))
            ? read(`notebooks/${chapter}/native/runs.yaml`)
            : "",
        )
      : {
          [`notebooks/${chapter}/${name}.html`]:
            chosen === "sim" ? simulationText(called) : measureText(called),
        };
  const taken = Object.keys(draft).find(
    (file) => !file.endsWith("runs.yaml") && existsSync(join(root, file)),
  );
  if (taken) throw new Refusal(`${taken} is there already. Change it, or choose another name.`);
  return draft;
}
