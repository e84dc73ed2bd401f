import { saveFile } from "../../run/download.ts";
import { manifestAddress } from "../../run/manifest.ts";
import { resultsCsv } from "../export/csv.ts";
import { notebookHtml, observableHtml } from "../export/notebook-html.ts";
import { resultText } from "../export/text.ts";
import { type Figure, pictureText } from "../figures.ts";
import { writeLink } from "../link/link.ts";
import { picture } from "../picture/picture.ts";
import { toPng } from "../picture/png.ts";
import { asMeasured, type Carried, type Shared, sharedResults } from "../shared.ts";
import { type Clip, textBlob } from "./clipboard.ts";

/** What Share gives away of a notebook as it stands on the page. */

/** "branches-sorted-vs-random" */
export function fileName({ manifest }: Shared): string {
  return manifest.id.replace("/", "-");
}

/**
 * Address of this page with the inputs and the changed code in its fragment; inputs travel if any differs from the page's own.
 * @returns null if it would be longer than 32 KB
 */
export async function linkTo(
  { manifest }: Pick<Shared, "manifest">,
  { inputs, areInputsChanged, edits }: Carried,
): Promise<string | null> {
  const fragment = await writeLink(manifest.id, {
    hash: manifest.version,
    inputs: areInputsChanged || edits.size > 0 ? inputs : [],
    cells: [...edits].sort(([a], [b]) => a - b),
  });
  return fragment === null ? null : new URL(fragment, pageAddress()).href;
}

/** The result as text, with a link to what it was measured on. */
export async function textOf(shared: Shared): Promise<string> {
  const measured = asMeasured(shared);
  const link = await linkTo(shared, measured);
  return resultText(shared, measured, link ?? `${pageAddress()} (the changes are too long for a link)`);
}

export function svgOf(shared: Shared, figure: Figure): Promise<string> {
  return picture(figure.drawing, pictureText(shared, figure, pageAddress()), shared.element);
}

export function pngClip(shared: Shared, figure: Figure): Clip {
  return { "image/png": svgOf(shared, figure).then(toPng) };
}

export function svgClip(shared: Shared, figure: Figure): Clip {
  const svg = svgOf(shared, figure);
  const as = (type: string) => svg.then((text) => textBlob(text, type));
  return { "image/svg+xml": as("image/svg+xml"), "text/plain": as("text/plain") };
}

export async function savePng(shared: Shared, figure: Figure): Promise<void> {
  saveFile(`${fileName(shared)}.png`, await toPng(await svgOf(shared, figure)));
}

export async function saveSvg(shared: Shared, figure: Figure): Promise<void> {
  saveFile(`${fileName(shared)}.svg`, textBlob(await svgOf(shared, figure), "image/svg+xml"));
}

export function saveCsv(shared: Shared): void {
  saveFile(`${fileName(shared)}.csv`, textBlob(resultsCsv(sharedResults(shared)), "text/csv"));
}

export function saveNotebook(shared: Shared): void {
  saveFile(`${fileName(shared)}.html`, textBlob(notebookHtml(shared.manifest, shared.edits), "text/html"));
}

/** For Observable, with the address of what it imports of this book in it. */
export function saveForObservable(shared: Shared): void {
  // the manifest lies three folders below the book's root: _notebooks/<chapter>/<name>/
  const library = new URL("../../../lib/notebook.js", manifestAddress(shared.element));
  const html = observableHtml(shared.manifest, shared.edits, library);
  saveFile(`${fileName(shared)}-observable.html`, textBlob(html, "text/html"));
}

/** Without the fragment, which may hold the state that a link brought. */
function pageAddress(): string {
  return location.href.replace(/#.*$/s, "");
}
