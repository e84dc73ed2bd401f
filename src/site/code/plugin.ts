import { definePlugin, ExpressiveCodeAnnotation } from "@astrojs/starlight/expressive-code";
import { h } from "@astrojs/starlight/expressive-code/hast";
import type { TokenKind } from "./theme.ts";
import { tokensOf } from "./tokens.ts";

type Rendered = Parameters<ExpressiveCodeAnnotation["render"]>[0];

/** A token other than text, set in the class of its kind. Inline styles would be a third of what a page with code weighs. */
class TokenAnnotation extends ExpressiveCodeAnnotation {
  private readonly kind: TokenKind;

  constructor(columnStart: number, columnEnd: number, kind: TokenKind) {
    super({ inlineRange: { columnStart, columnEnd }, renderPhase: "earliest" });
    this.kind = kind;
  }

  render({ nodesToTransform }: Rendered) {
    return nodesToTransform.map((node) => h(`span.hp-code-${this.kind}`, node));
  }
}

/** Expressive Code plugin: sets tokens in the classes of their kinds, and gives each block a button that copies it, on which `reading/copy.ts` acts. */
export function codeBlocks() {
  return definePlugin({
    name: "hot-path-code-blocks",
    hooks: {
      async performSyntaxAnalysis({ codeBlock, config: { logger } }) {
        const lines = codeBlock.getLines();
        const read = await tokensOf(codeBlock.code, codeBlock.language);
        // npm run check tells where
        if (!read) logger.warn(`Shiki knows no language “${codeBlock.language}”: the block is set as text.`);
        for (const [i, tokens] of (read ?? []).entries()) {
          let start = 0;
          for (const [length, kind] of tokens) {
            if (kind) lines[i]?.addAnnotation(new TokenAnnotation(start, start + length, kind));
            start += length;
          }
        }
      },
      postprocessRenderedBlock({ renderData }) {
        renderData.blockAst.children.push(
          h("button.hp-copy", { type: "button", ariaLabel: "Copy this code" }, "Copy"),
        );
      },
    },
  });
}
