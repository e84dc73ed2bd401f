import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Bytes of a page by kind. */
type Weights = Record<"html" | "css" | "js", number>;

/**
 * What each built page asks for before any click, as a host sends it (Brotli), in kB of 1,000 bytes, scripts that others import
 * included; then all typefaces.
 */
export function pageWeights(root: string): string[] {
  const dist = join(root, "dist");
  const pages = globSync("**/index.html", { cwd: dist }).sort();
  const fonts = globSync("_astro/*.woff2", { cwd: dist }).reduce(
    (sum, file) => sum + statSync(join(dist, file)).size,
    0,
  );
  return [...pages.map((page) => line(page, weigh(dist, page))), `all typefaces: ${kb(fonts)}`];
}

function weigh(dist: string, page: string): Weights {
  const html = readFileSync(join(dist, page), "utf8");
  const weights: Weights = { html: sent(dist, page), css: 0, js: 0 };
  const seen = new Set<string>();
  const add = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    weights[file.endsWith(".js") ? "js" : "css"] += sent(dist, file);
    if (!file.endsWith(".js")) return;
    const text = readFileSync(join(dist, file), "utf8");
    for (const [, other] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) add(join(dirname(file), other));
  };
  for (const [, file] of html.matchAll(/(?:src|href)="\/(_astro\/[^"]+\.(?:js|css))"/g)) add(file);
  return weights;
}

function sent(dist: string, file: string): number {
  try {
    return statSync(join(dist, `${file}.br`)).size;
  } catch {
    return Math.min(
      brotliCompressSync(readFileSync(join(dist, file))).length,
      statSync(join(dist, file)).size,
    );
  }
}

function line(page: string, { html, css, js }: Weights): string {
  const path = page.replace(/index\.html$/, "");
  return `/${path}: ${kb(html + css + js)} (HTML ${kb(html)}, CSS ${kb(css)}, JS ${kb(js)})`;
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
