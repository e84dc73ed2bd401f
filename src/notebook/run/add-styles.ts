/**
 * Puts a style sheet on the page: of what is loaded on demand, so that no page carries it in advance.
 * @param href of the sheet, as `import href from "./x.css?url"` gives it
 */
export function addStyles(href: string): void {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}
