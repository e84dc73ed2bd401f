/** Blocks of code: read by Expressive Code, which wants its options in a file of this name. The look is in `src/site/styles/`. */
import { codeClasses } from "./src/site/code-classes.ts";
import { dark, light } from "./src/site/code-themes.ts";

export default {
  // Dark first: the first theme is the one that Expressive Code uses where no selector applies.
  themes: [dark, light],
  useStarlightDarkModeSwitch: true,
  useStarlightUiThemeColors: false,
  // Wrapped code needs no scrolling by keyboard, reads on a phone and prints whole.
  defaultProps: { wrap: true },
  // Its button holds a second copy of the code in the page; reading/copy.ts needs none.
  frames: { showCopyToClipboardButton: false },
  // the palette has the contrast; see code-themes.ts
  minSyntaxHighlightingColorContrast: 0,
  textMarkers: false,
  plugins: [codeClasses()],
  styleOverrides: {
    borderRadius: "0",
    borderWidth: "0",
    codeFontFamily: "var(--hp-font-code)",
    codeFontSize: "var(--hp-text-code)",
    codeLineHeight: "1.6",
    codePaddingBlock: "0.9rem",
    codePaddingInline: "1.1rem",
    uiFontFamily: "var(--hp-font-ui)",
    uiFontSize: "var(--hp-text-small)",
    frames: { shadowColor: "transparent", frameBoxShadowCssValue: "none" },
  },
};
