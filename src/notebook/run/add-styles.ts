/** Puts a style sheet on the page, once: of what is loaded on demand, so that no page carries it in advance. */
export function addStyles(css: string): void {
  if (added.has(css)) return;
  added.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

const added = new Set<string>();
