/** Types that the clipboard takes from a page; SVG where the browser knows it, as text in any case. */
export type Clip = Partial<Record<"text/plain" | "image/png" | "image/svg+xml", Promise<Blob>>>;

/**
 * Puts a content into the clipboard. Called straight from a click, with promises for what is not there yet: browsers allow it
 * for a moment after the click only.
 * @returns false if the browser does not let the page do it
 */
export async function copy(clip: Clip): Promise<boolean> {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  const known = Object.entries(clip).filter(
    ([type]) => type !== "image/svg+xml" || ClipboardItem.supports?.(type),
  );
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(known))]);
    return true;
  } catch (error) {
    // the reader's or the site's settings forbid it, or the page has lost the focus
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

export function textBlob(text: string, type = "text/plain"): Blob {
  return new Blob([text], { type });
}
