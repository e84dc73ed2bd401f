import type { HotNotebook } from "../run/element.ts";
import { manifestOf } from "../run/manifest.ts";
import { Draft, type Undo } from "./draft.ts";
import type { Editors } from "./editor/editors.ts";
import { showMistake } from "./failure.ts";
import type { KeptEdit } from "./kept-edit.ts";
import type { Mistakes } from "./mistake.ts";
import { originalsOf } from "./originals.ts";
import { storeOf } from "./store.ts";
import { CellView } from "./view/cell-view.ts";
import styles from "./view/edit.css?url";
import { Notes } from "./view/notes.ts";
import { type SourceOnPage, sourcesOf } from "./view/sources.ts";

// a page carries no style of editors before there is one
document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles }));

const OPENED = "The code can be changed now. Ctrl-Enter runs it; Escape, then Tab leaves an editor.";

const CHANGED = "The code has changed since the last run. Press Run to measure it.";

/** The editable side of one notebook on a page: its draft, the cells that show it, and editors once they are asked for. */
export class Editing {
  readonly draft: Draft;
  private readonly element: HotNotebook;
  private readonly sources: readonly SourceOnPage[];
  private readonly views: ReadonlyMap<number, CellView>;
  private readonly notes: Notes;
  /** cells whose changes the reader wants to see */
  private readonly comparing = new Set<number>();
  private editors: Editors | undefined;
  private isOpen = false;

  constructor(element: HotNotebook) {
    this.element = element;
    this.sources = sourcesOf(element);
    const cells = this.sources.map(({ cell }) => cell);
    this.draft = new Draft(cells, storeOf(element.getAttribute("notebook") ?? ""));
    this.views = new Map(this.sources.map((source) => [source.cell.id, this.viewOf(source)]));
    this.notes = new Notes(element, this.offerActions());
    this.draft.subscribe(() => this.changed());
    this.update();
  }

  /** Opens the editors, or closes them; what they hold stays, history included. */
  async toggle(): Promise<void> {
    this.editors ??= await this.loadEditors();
    this.isOpen = !this.isOpen;
    this.comparing.clear();
    this.update();
    this.element.querySelector("[data-action=edit]")?.setAttribute("aria-pressed", String(this.isOpen));
    if (this.isOpen && this.element.dataset.state !== "running") this.element.say(OPENED);
  }

  /** Offers to take a reset back, until the next change. */
  offerUndo(undo: Undo): void {
    this.notes.offerUndo(undo);
  }

  /** Shows why a run ended: in the editors if they are open, and in words at each cell. */
  async showMistakes({ mistakes, thrown }: Mistakes): Promise<void> {
    this.editors?.show(mistakes, { inWords: !thrown });
    if (this.isOpen && !thrown) return this.editors?.goTo(mistakes[0]);
    const originals = originalsOf(await manifestOf(this.element));
    for (const mistake of mistakes) {
      const text = this.draft.edits().get(mistake.cell) ?? originals.get(mistake.cell) ?? "";
      const view = this.views.get(mistake.cell);
      if (view) showMistake(view, mistake, text);
    }
  }

  private viewOf({ cell, element }: SourceOnPage): CellView {
    const { id } = cell;
    return new CellView(cell, element, {
      ...this.offerActions(),
      reset: () => this.draft.reset(id),
      compare: (isWanted) => {
        if (isWanted) this.comparing.add(id);
        else this.comparing.delete(id);
        this.update();
      },
      showChanges: (place) => this.showText(id, this.draft.edits().get(id) ?? "", place),
    });
  }

  private offerActions() {
    return {
      view: (edit: KeptEdit, place: HTMLElement) => {
        if (place.childElementCount > 0) place.replaceChildren();
        else void this.showText(edit.cell, edit.text, place);
      },
      use: (edit: KeptEdit) => this.draft.use(edit),
      discard: (edit: KeptEdit) => this.draft.discard(edit),
    };
  }

  private changed(): void {
    const { element } = this;
    this.notes.offerUndo(null);
    for (const view of this.views.values()) view.clear();
    this.update();
    if (["done", "error", "stopped"].includes(element.dataset.state ?? "")) element.say(CHANGED);
  }

  private update(): void {
    const { draft, isOpen } = this;
    const edits = draft.edits();
    const earlier = draft.earlier();
    this.editors?.update(isOpen, this.comparing);
    for (const [id, view] of this.views) {
      if (!edits.has(id)) this.comparing.delete(id);
      view.update({
        text: edits.get(id),
        isShared: draft.isShared,
        isEditing: isOpen,
        isComparing: this.comparing.has(id),
        earlier: earlier.filter(({ cell }) => cell === id),
      });
    }
    const onPage = this.sources.filter(({ cell, onPage }) => onPage && edits.has(cell.id));
    this.notes.update(
      draft,
      onPage.map(({ cell }) => cell.name),
    );
    this.element.toggleAttribute("data-edited", edits.size > 0);
  }

  private async loadEditors(): Promise<Editors> {
    const [manifest, { Editors }] = await Promise.all([
      manifestOf(this.element),
      import("./editor/editors.ts"),
    ]);
    this.draft.know(originalsOf(manifest));
    return new Editors(manifest, this.draft, this.views);
  }

  /** Shows how a text of a cell differs from the book's. */
  private async showText(id: number, text: string, place: HTMLElement): Promise<void> {
    const [manifest, { showChanges }] = await Promise.all([
      manifestOf(this.element),
      import("./editor/changes.ts"),
    ]);
    const name = this.draft.cells.get(id)?.name ?? "a cell that is gone";
    showChanges(place, originalsOf(manifest).get(id) ?? "", text, `Changes of ${name}`);
  }
}

const known = new WeakMap<Element, Editing>();

/** The editable side of a notebook, made when it is first asked for. */
export function editingOf(element: HotNotebook): Editing {
  const editing = known.get(element) ?? new Editing(element);
  known.set(element, editing);
  return editing;
}
