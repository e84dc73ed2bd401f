import { readFileSync } from "node:fs";

/** Where the site will live, from the environment. Every value has a default that suits a local build. */
export interface Settings {
  /** canonical origin, for the sitemap and `<link rel="canonical">`: environment variable SITE */
  site: string;
  /** path below the origin, with slashes at both ends: environment variable BASE */
  base: string;
  /** prefix of "Edit this page" links: environment variable EDIT_URL, else from package.json `repository` */
  editUrl: string;
}

const DEFAULT_SITE = "https://hotpath.example";
const DEFAULT_REPOSITORY = "https://github.com/hot-path/hot-path";

/** Reads the settings from the environment and from the project's package.json. */
export function settings(root: URL, env: Record<string, string | undefined> = process.env): Settings {
  const { repository } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const url = (typeof repository === "string" ? repository : repository?.url) ?? DEFAULT_REPOSITORY;
  const web = url.replace(/^git\+/, "").replace(/\.git$/, "");
  return {
    site: env.SITE || DEFAULT_SITE,
    base: normalBase(env.BASE),
    editUrl: env.EDIT_URL || `${web}/edit/main/`,
  };
}

/** `book`, `/book` and `/book/` all mean `/book/`; nothing means `/`. */
export function normalBase(base = ""): string {
  const path = base.split("/").filter(Boolean).join("/");
  return path ? `/${path}/` : "/";
}
