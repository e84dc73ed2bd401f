import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

/** The colours of code on the page, as far as grammar tells what is what. */
const colours = HighlightStyle.define([
  { tag: t.comment, color: "var(--hp-code-comment)", fontStyle: "italic" },
  { tag: [t.keyword, t.self, t.function(t.punctuation)], color: "var(--hp-code-keyword)" },
  {
    tag: [t.function(t.variableName), t.function(t.propertyName), t.function(t.definition(t.variableName))],
    color: "var(--hp-code-name)",
  },
  { tag: [t.number, t.bool, t.null, t.typeName, t.className], color: "var(--hp-code-literal)" },
  { tag: [t.string, t.regexp, t.special(t.string)], color: "var(--hp-code-string)" },
]);

/** Set like the code of the page: the text must not jump when an editor takes its place. Colours follow the theme by themselves. */
const style = EditorView.theme({
  "&": { backgroundColor: "var(--hp-code-bg)", color: "var(--hp-ink)", fontSize: "var(--hp-text-code)" },
  "&.cm-focused": { outline: "2px solid var(--hp-accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--hp-font-code)", lineHeight: "1.6" },
  ".cm-content": { padding: "0.9rem 0", caretColor: "var(--hp-accent)" },
  ".cm-line": { padding: "0 0.3rem 0 0.4rem" },
  ".cm-gutters": { backgroundColor: "transparent", border: "0", color: "var(--hp-quiet)" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0.3rem", minWidth: "1.5rem" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--hp-edge)" },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--hp-bad)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--hp-band)", outline: "1px solid var(--hp-edge)" },
  ".cm-searchMatch-selected": {
    backgroundColor: "var(--hp-accent-wash)",
    outline: "2px solid var(--hp-accent)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--hp-bad)",
    textDecorationSkipInk: "none",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--hp-raised)",
    border: "1px solid var(--hp-edge)",
    color: "var(--hp-ink)",
  },
  ".cm-diagnostic": { maxWidth: "30rem", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeft: "2px solid var(--hp-bad)" },
  ".cm-panels": {
    backgroundColor: "var(--hp-raised)",
    borderBottom: "1px solid var(--hp-rule)",
    color: "var(--hp-ink)",
  },
  ".cm-panel.cm-search": { padding: "0.4rem 2rem 0.4rem 0.6rem", fontFamily: "var(--hp-font-ui)" },
  ".cm-panel.cm-search :is(label, button, input)": { fontSize: "var(--hp-text-small)" },
  ".cm-panel.cm-search label": { display: "inline-flex", gap: "0.3rem", alignItems: "center" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "transparent",
    border: "1px solid var(--hp-edge)",
    borderRadius: "3px",
    color: "var(--hp-ink)",
  },
  ".cm-textfield": {
    backgroundColor: "var(--hp-paper)",
    border: "1px solid var(--hp-edge)",
    color: "var(--hp-ink)",
  },
  ".cm-panel.cm-search [name=close]": { color: "var(--hp-ink)", minWidth: "1.5rem", minHeight: "1.5rem" },
  "&.cm-merge-b .cm-changedLine, &.cm-merge-b .cm-inlineChangedLine": { backgroundColor: "var(--hp-added)" },
  "&.cm-merge-b .cm-changedText": { background: "none", borderBottom: "2px solid var(--hp-good)" },
  ".cm-deletedChunk": { backgroundColor: "var(--hp-removed)", padding: "0 0.3rem 0 0.4rem" },
  "&.cm-merge-b .cm-deletedChunk .cm-deletedText": {
    background: "none",
    borderBottom: "2px solid var(--hp-bad)",
  },
  ".cm-insertedLine, .cm-deletedLine": { textDecoration: "none" },
});

export const look: Extension = [style, syntaxHighlighting(colours), EditorView.lineWrapping];
