import { filesOf, pagesOf, textOf } from "../files.ts";
import { placeOf } from "../prose/page.ts";

/** An address outside of the book, and every place that leads to it. */
export interface Outside {
  url: string;
  /** "content/cpu/branches.mdx:12:5" */
  places: string[];
}

/** Addresses that pages and cited facts lead to. */
export function outsideLinks(root: string): Outside[] {
  const found = new Map<string, string[]>();
  const add = (url: string, file: string, text: string, offset: number) => {
    const { line, column } = placeOf(text, offset);
    const [address] = url.split("#");
    found.set(address, [...(found.get(address) ?? []), `${file}:${line}:${column}`]);
  };
  for (const { file, text, nodes } of pagesOf(root))
    for (const { node } of nodes)
      if (node.type === "link" && /^https?:/.test(node.url ?? ""))
        add(node.url ?? "", file, text, node.position.start.offset);
  for (const file of filesOf(root, "content/facts/**/*.yaml")) {
    const text = textOf(root, file);
    for (const { index, 1: url } of text.matchAll(/url:\s*(https?:\S+)/g)) add(url, file, text, index);
  }
  return [...found].map(([url, places]) => ({ url, places }));
}
