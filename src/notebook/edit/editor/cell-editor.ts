import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import type { Mistake } from "../mistake.ts";
import { language } from "./language.ts";
import { look } from "./look.ts";

/** Marks changes that the reader did not type. */
const byThePage = Annotation.define<true>();

/** The notebook runs on it; in CodeMirror it would insert a line. */
const run = { key: "Mod-Enter", run: () => true };

/**
 * The editor of one cell. Tab is not bound, so that it leaves the editor as it leaves any field.
 * Whatever changes the text is a transaction, and undo takes it back.
 */
export class CellEditor {
  readonly view: EditorView;
  private readonly changes = new Compartment();
  private compared: string | null = null;

  /** @param typed hears of every change that the reader makes */
  constructor(place: HTMLElement, text: string, label: string, typed: (text: string) => void) {
    const extensions = [
      keymap.of([run, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
      look,
      language,
      lineNumbers(),
      history(),
      search({ top: true }),
      EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
      EditorView.updateListener.of(({ docChanged, state, transactions }) => {
        if (docChanged && !transactions.some((transaction) => transaction.annotation(byThePage)))
          typed(state.doc.toString());
      }),
      this.changes.of([]),
    ];
    this.view = new EditorView({ parent: place, state: EditorState.create({ doc: text, extensions }) });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Puts another text in place, as one step of the history. */
  setText(text: string): void {
    if (text === this.text) return;
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      annotations: [byThePage.of(true), isolateHistory.of("full")],
    });
  }

  showMistakes(mistakes: readonly Mistake[]): void {
    const { length } = this.view.state.doc;
    const diagnostics = mistakes.map(({ offset, message }) => {
      const from = Math.min(offset, length);
      return { from, to: Math.min(wordEnd(this.text, from), length), severity: "error" as const, message };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Puts the cursor at an offset and the focus into the editor. */
  goTo(offset: number): void {
    const anchor = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({ selection: { anchor }, scrollIntoView: true });
    this.view.focus();
  }

  /** Marks what differs from `original`; null to stop that. */
  async compareWith(original: string | null): Promise<void> {
    if (original === this.compared) return;
    this.compared = original;
    const { against } = await import("./changes.ts");
    const extension = this.compared === null ? [] : against(this.compared);
    this.view.dispatch({ effects: this.changes.reconfigure(extension) });
  }
}

function wordEnd(text: string, from: number): number {
  const word = /^[\p{ID_Continue}$]+/u.exec(text.slice(from));
  return from + (word?.[0].length ?? 1);
}
