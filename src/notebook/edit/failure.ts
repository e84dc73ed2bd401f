import { failureBox } from "../run/failures/failure.ts";
import { lineAt, type Mistake } from "./mistake.ts";
import type { CellView } from "./view/cell-view.ts";

/** Shows a mistake below the code of an edited cell: the cell by its name, the line of what is typed there. */
export function showMistake(view: CellView, { offset, message }: Mistake, text: string): void {
  const { line, column } = lineAt(text, offset);
  const where = `${view.cell.name}, line ${line}, column ${column}`;
  view.append(failureBox({ message, where, code: text.split("\n")[line - 1] ?? null }));
}
