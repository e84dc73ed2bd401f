import { embeddedFont } from "./font.ts";
import { wrap } from "./lines.ts";
import { standalone } from "./standalone.ts";

/** What stands in a picture beside the drawing. */
export interface PictureText {
  title: string;
  /** without which the drawing would mislead, above it */
  notes: string[];
  /** what the drawing shows, below it */
  caption: string;
  /** machine, date, address: small, at the end */
  foot: string[];
}

const FONT = "Hot Path Mono";
const STACK = `"${FONT}", ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace`;
const MARGIN = 24;

/** Size and distance of lines in pixels, and the colour of the page's palette. */
const sorts = {
  title: { size: 17, leading: 24, weight: 650, colour: "--hp-ink" },
  notes: { size: 12, leading: 18, weight: 650, colour: "--hp-unsure" },
  caption: { size: 12, leading: 18, weight: 400, colour: "--hp-ink" },
  foot: { size: 11, leading: 16, weight: 400, colour: "--hp-quiet" },
};

/**
 * A drawing of the page as one SVG that can be read by itself: in light colours whatever the page has, with its words, and with
 * its font inside.
 * @param host element whose styles the drawing has
 */
export async function picture(drawing: SVGSVGElement, text: PictureText, host: Element): Promise<string> {
  const { width, height } = sizeOf(drawing);
  const stage = document.createElement("div");
  stage.className = "nb-stage";
  host.append(stage);
  try {
    const { svg, css } = standalone(drawing, stage, "hp");
    const below: string[] = [];
    let y = MARGIN;
    const set = (sort: keyof typeof sorts, words: string[]) => {
      const { size, leading, weight } = sorts[sort];
      for (const line of words.flatMap((one) => wrap(one, width, measure(size, weight)))) {
        y += leading;
        below.push(
          `<text class="${sort}" x="${MARGIN}" y="${y - (leading - size)}">${escapeText(line)}</text>`,
        );
      }
    };
    set("title", [text.title]);
    set("notes", text.notes);
    y += 12;
    const top = y;
    y += height + 8;
    set("caption", [text.caption]);
    y += 8;
    set("foot", text.foot);
    y += MARGIN;
    for (const [name, value] of Object.entries({ x: MARGIN, y: top, width, height }))
      svg.setAttribute(name, String(value));
    const full = width + 2 * MARGIN;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${full}" height="${y}" viewBox="0 0 ${full} ${y}" role="img">`,
      `<title>${escapeText(text.title)}</title>`,
      `<style>\n${await embeddedFont(FONT)}\nsvg{font-family:${STACK}}\n${ownStyles(stage)}\n${css}\n</style>`,
      `<rect width="100%" height="100%" fill="${colourOf(stage, "--hp-paper")}"/>`,
      ...below,
      new XMLSerializer().serializeToString(svg),
      "</svg>\n",
    ].join("\n");
  } finally {
    stage.remove();
  }
}

function ownStyles(stage: HTMLElement): string {
  return Object.entries(sorts)
    .map(
      ([name, { size, weight, colour }]) =>
        `.${name}{font-size:${size}px;font-weight:${weight};fill:${colourOf(stage, colour)}}`,
    )
    .join("\n");
}

/** The colour as the stage, which is light, has it. */
function colourOf(stage: HTMLElement, name: string): string {
  stage.style.color = `var(${name})`;
  const { color } = getComputedStyle(stage);
  stage.style.removeProperty("color");
  return color;
}

function sizeOf({ viewBox }: SVGSVGElement): { width: number; height: number } {
  const { width, height } = viewBox.baseVal;
  return { width, height };
}

function measure(size: number, weight: number): (line: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (line) => line.length * 0.62 * size;
  context.font = `${weight} ${size}px ${STACK}`;
  return (line) => context.measureText(line).width;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
