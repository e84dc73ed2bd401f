/** Blocks of code: read by Expressive Code, which wants its options in a file of this name. The look is in `src/site/styles/`. */
import { codeBlocks } from "./src/site/code/plugin.ts";
import { codeTheme } from "./src/site/code/theme.ts";

export default {
  themes: [codeTheme],
  useStarlightDarkModeSwitch: false,
  useStarlightUiThemeColors: false,
  // Wrapped code needs no scrolling by keyboard, reads on a phone and prints whole.
  defaultProps: { wrap: true },
  // Its button holds a second copy of the code in the page; reading/copy.ts needs none.
  frames: { showCopyToClipboardButton: false },
  // colours are those of tokens.css, which have it
  minSyntaxHighlightingColorContrast: 0,
  textMarkers: false,
  // read in a thread by our plugin
  shiki: false,
  plugins: [codeBlocks()],
  styleOverrides: {
    borderRadius: "0",
    borderWidth: "0",
    codeBackground: "var(--hp-code-bg)",
    codeForeground: "var(--hp-ink)",
    focusBorder: "var(--hp-accent)",
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
