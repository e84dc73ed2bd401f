import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes that a built page asks for before any click, compressed by gzip, in kB of 1,000 bytes. */
export function pageSizes(root: string): string[] {
  const dist = join(root, "dist");
  return globSync("**/index.html", { cwd: dist }).map((page) => {
    const html = readFileSync(join(dist, page), "utf8");
    const assets = new Set(
      [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]),
    );
    const sizes = new Map<string, number>([["html", gzipSync(html).length]]);
    for (const asset of assets) {
      const kind = asset.endsWith(".js") ? "js" : "css";
      sizes.set(kind, (sizes.get(kind) ?? 0) + gzipSync(readFileSync(join(dist, asset))).length);
    }
    const parts = [...sizes].map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)}`);
    return `page /${page.replace(/index\.html$/, "")}: ${parts.join(", ")} kB`;
  });
}
