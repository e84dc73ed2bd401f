import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBook } from "../../site/book/book.ts";
import { lookUp } from "../../site/book/look-up.ts";
import { type Chapter, readChapter } from "../../site/chapters/chapter.ts";
import { tools } from "../../site/study/tools.ts";
import type { Check } from "../check.ts";
import { filesOf, pagesOf, textOf } from "../files.ts";
import { type MarkNode, type Page, sayAt } from "../prose/page.ts";
import { nearest } from "./nearest.ts";

/** Links and images of pages lead somewhere. */
export const links: Check = {
  name: "links",
  run: async (root) => {
    const pages = pagesOf(root);
    const targets = targetsOf(root, pages);
    return pages.flatMap((page) => linkProblems(page, targets, (file) => existsSync(join(root, file))));
  },
};

/** Addresses of the book, each with the ids on its page; null where the build makes the page, whose ids are not known here. */
export type Targets = Map<string, Set<string> | null>;

/** Files that the build writes, and folders of them. */
const BUILT = [
  "/lib/bench.js",
  "/lib/bench.d.ts",
  "/lib/notebook.js",
  "/lib/result.v1.json",
  "/licences.txt",
  "/rss.xml",
];
const BUILT_FOLDERS = ["/acceptance/", "/social/"];
const OTHER_PAGES = ["/", "/study/", "/offline/"];

/** What a link may lead to. */
export function targetsOf(root: string, pages: readonly Page[]): Targets {
  const { parts } = readBook(textOf(root, "content/book.yaml")).book;
  const made = [
    ...OTHER_PAGES,
    ...parts.map(({ id }) => `/${id}/`),
    ...lookUp.map(({ id }) => `/${id}/`),
    ...tools.map(({ path }) => `/study/${path}`),
    ...BUILT,
    ...filesOf(root, "public/**/*.*").map((file) => file.replace(/^public/, "")),
  ];
  return new Map([
    ...made.map((address) => [address, null] as const),
    ...pages.map((page) => [addressOf(page.file), idsOf(page)] as const),
  ]);
}

/** What is wrong with the links of a page. */
export function linkProblems(page: Page, targets: Targets, exists: (file: string) => boolean): string[] {
  return page.nodes.flatMap(({ node }) => {
    const url = urlOf(node);
    if (url === undefined) return [];
    const wrong = node.type === "image" ? imageProblem(page, url, exists) : linkProblem(page, url, targets);
    return wrong.map(([what, fix]) => sayAt(page, node.position.start.offset, what, fix));
  });
}

type Problem = [what: string, fix: string];

function linkProblem(page: Page, url: string, targets: Targets): Problem[] {
  if (/^(https?|mailto):/.test(url)) return [];
  const [path, anchor] = url.split("#");
  if (path && !path.startsWith("/"))
    return [
      [`the link “${url}” does not start at the root`, "Write the whole address, as in /cpu/branches/"],
    ];
  const address = path.replace(/\?.*$/, "") || addressOf(page.file);
  if (BUILT_FOLDERS.some((folder) => address.startsWith(folder))) return [];
  const ids = targets.get(address);
  if (ids === undefined) {
    if (targets.has(`${address}/`)) return [[`the link “${url}” lacks its last slash`, `Write ${address}/`]];
    const similar = nearest(address, [...targets.keys()]);
    return [
      [
        `the link “${url}” leads nowhere`,
        similar ? `Perhaps ${similar} is meant` : "Name a page of the book",
      ],
    ];
  }
  if (!anchor || ids === null || ids.has(anchor)) return [];
  const similar = nearest(anchor, [...ids]);
  return [
    [
      `there is no “#${anchor}” on ${address}`,
      similar ? `Perhaps “#${similar}” is meant` : "Name the id of a heading or of a tag",
    ],
  ];
}

function imageProblem(page: Page, url: string, exists: (file: string) => boolean): Problem[] {
  if (/^https?:/.test(url))
    return [
      [
        `the image “${url}” lies on another host`,
        "Put it beside the page; the book asks no other host for anything",
      ],
    ];
  const file = url.startsWith("/") ? `public${url}` : join(dirname(page.file), url).replaceAll("\\", "/");
  return exists(file) ? [] : [[`there is no image ${file}`, "Add it, or correct the name"]];
}

/** The address that a node leads to; of tags as well. */
function urlOf({ type, url, name, attributes }: MarkNode): string | undefined {
  if (type === "link" || type === "image") return url;
  if (name !== "a" || !Array.isArray(attributes)) return undefined;
  const href = attributes.find((attribute) => attribute.name === "href")?.value;
  return typeof href === "string" ? href : undefined;
}

/** "/cpu/branches/" of "content/cpu/branches.mdx". */
function addressOf(file: string): string {
  const id = file.replace(/^content\/|\.mdx?$/g, "");
  return id === "index" ? "/" : `/${id}/`;
}

/** Ids that can be linked to: headings, tags and components, and the numbers of sources. */
function idsOf({ file, text, nodes }: Page): Set<string> {
  const { anchors }: Chapter = readChapter(file, text);
  const sources = nodes.filter(({ node, inside }) => node.type === "listItem" && inside.at(-1) === "Sources");
  const figures = nodes.flatMap(({ node }) =>
    node.name === "Figure" && Array.isArray(node.attributes)
      ? node.attributes.flatMap(({ name, value }) => (name === "id" ? [`figure-${value}`] : []))
      : [],
  );
  return new Set([...anchors.keys(), ...sources.map((_, i) => `source-${i + 1}`), ...figures, "_top"]);
}
