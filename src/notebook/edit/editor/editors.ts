import type { Manifest } from "../../compile/write.ts";
import { compileEdits } from "../compile/compile-edits.ts";
import type { Draft } from "../draft.ts";
import type { Edits } from "../edits.ts";
import type { Mistake } from "../mistake.ts";
import { originalsOf } from "../originals.ts";
import type { CellView } from "../view/cell-view.ts";
import { CellEditor } from "./cell-editor.ts";

/** ms after the last key that mistakes are looked for: half a word is not one. */
const PAUSE_MS = 500;

/** The editors of a notebook, one for each editable cell. */
export class Editors {
  private readonly manifest: Manifest;
  private readonly draft: Draft;
  private readonly originals: Edits;
  private readonly editors: ReadonlyMap<number, CellEditor>;
  private readonly views: ReadonlyMap<number, CellView>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(manifest: Manifest, draft: Draft, views: ReadonlyMap<number, CellView>) {
    this.manifest = manifest;
    this.draft = draft;
    this.views = views;
    this.originals = originalsOf(manifest);
    this.editors = new Map(
      [...views].map(([id, { cell, editor }]) => {
        const typed = (text: string) => draft.write(id, text);
        return [id, new CellEditor(editor, this.textOf(id), `Code of ${cell.name}`, typed)];
      }),
    );
  }

  /**
   * Takes over what the draft holds, whoever put it there, and looks for mistakes soon.
   * @param comparing cells in which it is shown what differs from the book
   */
  update(isOpen: boolean, comparing: ReadonlySet<number>): void {
    const edits = this.draft.edits();
    for (const [id, editor] of this.editors) {
      editor.setText(edits.get(id) ?? this.originals.get(id) ?? "");
      void editor.compareWith(comparing.has(id) ? (this.originals.get(id) ?? "") : null);
    }
    clearTimeout(this.timer);
    if (isOpen) this.timer = setTimeout(() => this.check(), PAUSE_MS);
  }

  /** Underlines mistakes, in place of those that were, and says those in words that can be told before a run. */
  show(mistakes: readonly Mistake[], { inWords = false } = {}): void {
    clearTimeout(this.timer);
    for (const [id, editor] of this.editors) {
      const own = mistakes.filter(({ cell }) => cell === id);
      editor.showMistakes(own);
      this.views.get(id)?.showMistakes(inWords ? own : [], editor.text);
    }
  }

  /** Puts cursor and focus where the first mistake is. */
  goTo({ cell, offset }: Mistake): void {
    this.editors.get(cell)?.goTo(offset);
  }

  private check(): void {
    this.show(compileEdits(this.manifest, this.draft.edits()).mistakes, { inWords: true });
  }

  private textOf(id: number): string {
    return this.draft.edits().get(id) ?? this.originals.get(id) ?? "";
  }
}
