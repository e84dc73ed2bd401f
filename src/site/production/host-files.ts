import type { HeaderRule } from "./headers.ts";

/** The rules as `_headers`, which Netlify, Cloudflare Pages and `npm start` read. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return `${rules.map(({ path, headers }) => [path, ...lines(headers, (k, v) => `  ${k}: ${v}`)].join("\n")).join("\n\n")}\n`;
}

/** Reads the text of a `_headers` file; the inverse of `headersFile`. */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split("\n")) {
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    const rule = rules.at(-1);
    if (header && rule) rule.headers[header[1]] = header[2];
    else if (line.trim()) rules.push({ path: line.trim(), headers: {} });
  }
  return rules;
}

/** The rules as `vercel.json`. Vercel reads it when the folder that holds it is deployed: `vercel deploy dist`. */
export function vercelFile(rules: readonly HeaderRule[]): string {
  const headers = rules.map((rule) => ({
    source: rule.path.replace(/\*$/, "(.*)"),
    headers: lines(rule.headers, (key, value) => ({ key, value })),
  }));
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/**
 * The rules as a file to include in an nginx `server` block. A `location` with one `add_header` inherits none,
 * so every location repeats them all.
 */
export function nginxFile(base: string, rules: readonly HeaderRule[]): string {
  const [everywhere, ...others] = rules;
  const location = ({ path, headers }: HeaderRule, rest: string[]) =>
    [
      `location ${path.replace(/\*$/, "")} {`,
      ...lines({ ...everywhere.headers, ...headers }, (k, v) => `  add_header ${k} "${v}" always;`),
      ...rest,
      "}",
    ].join("\n");
  const pages = { path: everywhere.path, headers: { "Cache-Control": "no-cache" } };
  return [
    "# Inside the server block: include …/dist/nginx.conf; and set root so that the base path is a folder of it.",
    "gzip_static on;",
    `error_page 404 ${base}404.html;`,
    location(pages, ["  try_files $uri $uri/index.html =404;"]),
    ...others.map((rule) => location(rule, [])),
    "",
  ].join("\n");
}

function lines<T>(headers: Record<string, string>, line: (name: string, value: string) => T): T[] {
  return Object.entries(headers).map(([name, value]) => line(name, value));
}
