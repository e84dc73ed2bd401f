import { unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { language } from "./language.ts";
import { look } from "./look.ts";

/** Shows in an editor what has changed against `original`, lines that are gone included. */
export function against(original: string): Extension {
  return unifiedMergeView({ original, mergeControls: false, gutter: false });
}

/**
 * Shows how a cell's text differs from another one, to be read only. Nothing of it runs.
 * @param label says to assistive technology what is shown
 */
export function showChanges(place: HTMLElement, original: string, text: string, label: string): void {
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        look,
        language,
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        against(original),
      ],
    }),
  });
  place.replaceChildren(view.dom);
}
