import type { Manifest } from "../../compile/write.ts";

/** An error as the reader meets it. */
export interface Failure {
  message: string;
  /** the notebook's file, line and column; or a cell that the reader edits, and its line there */
  where: string;
  /** the line of code that it points at; null if none is known */
  code: string | null;
  /** cell below which it is shown; null for the whole notebook */
  cell: number | null;
}

export interface Place {
  line: number;
  column: number;
}

/** An error at a place in the notebook's file, or else in a cell of it. */
export function failureInFile(
  { file, cells }: Manifest,
  message: string,
  { at, cell }: { at: Place | null; cell: number | null },
): Failure {
  const source = cells.find((c) =>
    at ? c.line <= at.line && at.line < c.line + c.value.split("\n").length : c.id === cell,
  );
  const line = at?.line ?? source?.line;
  return {
    message,
    where: `${file}${line ? `:${line}` : ""}${at ? `:${at.column}` : ""}`,
    code: source && at ? source.value.split("\n")[at.line - source.line] : null,
    cell: source?.id ?? cell,
  };
}

/** The error in words, announced at once. */
export function failureBox({ message, where, code }: Omit<Failure, "cell">): HTMLElement {
  const box = document.createElement("div");
  box.className = "nb-error";
  box.setAttribute("role", "alert");
  const said = document.createElement("p");
  said.textContent = `${where}: ${message}`;
  box.append(said);
  if (code !== null) {
    const line = document.createElement("pre");
    line.textContent = code;
    box.append(line);
  }
  return box;
}

/** Shows an error below its cell. */
export function showFailure(element: Element, failure: Failure): void {
  const cell = element.querySelector(`.nb-cell[data-cell="${failure.cell}"]`);
  (cell ?? element).append(failureBox(failure));
}

export function clearFailures(element: Element): void {
  for (const box of element.querySelectorAll(".nb-error")) box.remove();
}
