import { typescriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";

/** TypeScript without its completions, which would weigh more than they help in cells of ten lines. */
export const language: Extension = [
  new LanguageSupport(typescriptLanguage),
  indentUnit.of("  "),
  EditorState.tabSize.of(2),
  indentOnInput(),
  bracketMatching(),
];
