import type { Manifest } from "../compile/write.ts";

export interface Place {
  line: number;
  column: number;
}

export interface Failure {
  message: string;
  /** place in the notebook's file, if the stack led there */
  at: Place | null;
  /** cell that threw, if no place is known */
  cell: number | null;
}

/** Shows an error at its cell: the notebook's file, line and column, the message, and the line itself. */
export function showFailure(element: Element, manifest: Manifest, { message, at, cell }: Failure): void {
  const source = manifest.cells.find((c) =>
    at ? c.line <= at.line && at.line < c.line + c.value.split("\n").length : c.id === cell,
  );
  const line = at?.line ?? source?.line;
  const box = document.createElement("div");
  box.className = "nb-error";
  box.setAttribute("role", "alert");
  const where = document.createElement("p");
  where.textContent = `${manifest.file}${line ? `:${line}` : ""}${at ? `:${at.column}` : ""}: ${message}`;
  box.append(where);
  if (source && at) {
    const code = document.createElement("pre");
    code.textContent = source.value.split("\n")[at.line - source.line];
    box.append(code);
  }
  const target = element.querySelector(`.nb-cell[data-cell="${source?.id ?? cell}"]`) ?? element;
  target.append(box);
}

export function clearFailures(element: Element): void {
  for (const box of element.querySelectorAll(".nb-error")) box.remove();
}
