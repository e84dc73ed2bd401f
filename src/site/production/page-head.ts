import { forEachElement } from "./inline-scripts.ts";

/** Characters that hold the beginning of `<head>`. */
const BEGINNING = 2048;

/** Where in a built page a `<meta>` belongs, read from its beginning alone: after `<meta charset>`, which has to be in the first 1,024 bytes. */
function metaPlace(html: string): number {
  let place = 0;
  forEachElement(html.slice(0, BEGINNING), ({ tagName, attrs, location }) => {
    const isCharset = tagName === "meta" && attrs.some(({ name }) => name === "charset");
    if (tagName === "head" || isCharset) place = location?.endOffset ?? 0;
  });
  return place;
}

/** A built page with one more element in its head, where a `<meta>` belongs. */
export function intoHead(html: string, element: string): string {
  const place = metaPlace(html);
  return html.slice(0, place) + element + html.slice(place);
}
