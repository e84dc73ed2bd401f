import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Node, Renderer } from "@takumi-rs/wasm/node";
import { type Preview, SIZE } from "./previews.ts";

/** The palette of `tokens.css` in its light form: where the image is shown, no theme is known. */
const ink = "#1b1e23";
const quiet = "#585e66";
const paper = "#fcfcfb";
const accent = "#b5380b";
const rule = "#d9dbd7";

/** Titles of up to this many characters fill two lines at the large size. */
const SHORT_TITLE = 44;

const fonts = join(process.cwd(), "src/site/fonts");
let drawing: Promise<Renderer> | undefined;

/** Draws the preview image of a page as PNG. */
export async function drawPreview(preview: Preview): Promise<Uint8Array> {
  drawing ??= start();
  return (await drawing).render(card(preview), { ...SIZE, format: "png", images: [mark] });
}

async function start(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const name of ["serif", "mono"])
    await renderer.registerFont({ name, data: readFileSync(join(fonts, `hot-path-${name}.woff2`)) });
  return renderer;
}

/** The book's mark, as on every page. */
const mark = {
  src: "mark",
  data: new TextEncoder().encode(
    readFileSync(join(process.cwd(), "public/favicon.svg"), "utf8")
      .replace(/<style>.*<\/style>/, "")
      .replace('class="c"', 'fill="#8a8f94"')
      .replace('class="h"', `fill="${accent}"`),
  ),
};

function card({ kicker, title, text }: Preview): Node {
  const size = title.length > SHORT_TITLE ? 66 : 80;
  return column(
    { width: "100%", height: "100%", padding: "68px 80px 60px", backgroundColor: paper, color: ink },
    [
      ...(kicker
        ? [words(kicker, { fontFamily: "mono", fontSize: 27, color: accent, marginBottom: 20 })]
        : []),
      words(title, {
        ...{
          fontFamily: "serif",
          fontWeight: 650,
          fontSize: size,
          lineHeight: 1.08,
          letterSpacing: "-0.02em",
        },
        textWrap: "balance",
      }),
      words(text, {
        ...{ fontFamily: "serif", fontSize: 32, lineHeight: 1.42, color: quiet, marginTop: 30 },
        ...{ lineClamp: 4, textOverflow: "ellipsis" },
      }),
      column({ flexGrow: 1 }, []),
      {
        type: "container",
        style: { display: "flex", alignItems: "center", paddingTop: 26, borderTop: `2px solid ${rule}` },
        children: [
          { type: "image", src: mark.src, width: 44, height: 44 },
          words("Hot Path", { fontFamily: "serif", fontWeight: 650, fontSize: 34, marginLeft: 18 }),
          words("the performance-engineering book that runs", {
            ...{ fontFamily: "mono", fontSize: 22, color: quiet, marginLeft: 26 },
          }),
        ],
      },
    ],
  );
}

type Style = NonNullable<Node["style"]>;

function words(text: string, style: Style): Node {
  return { type: "text", text, style };
}

function column(style: Style, children: Node[]): Node {
  return { type: "container", style: { display: "flex", flexDirection: "column", ...style }, children };
}
