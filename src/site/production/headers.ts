/** Response headers of one group of paths. `path` may end in `*`. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

/** A year, the longest time that a cache need keep a file (RFC 9111 5.2.2.1 sets no maximum). */
const YEAR_SECONDS = 31_536_000;

/** Folders whose file names contain a hash of the content: a changed file has a new address. */
export const hashedFolders = ["_astro", "_notebooks", "_offline", "pagefind/fragment", "pagefind/index"];

/** Folder of what other sites may load. */
export const libraryFolder = "lib";

/**
 * The policy of every page. Styles may be inline, because charts set them; scripts may not, except those whose
 * hash is listed. Blob and data workers are for edited notebooks; `'wasm-unsafe-eval'` is for WebAssembly and search.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): Record<string, string> {
  return {
    "default-src": "'self'",
    "script-src": ["'self'", "'wasm-unsafe-eval'", ...scriptHashes].join(" "),
    "style-src": "'self' 'unsafe-inline'",
    "worker-src": "'self' blob: data:",
    "connect-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "form-action": "'self'",
  };
}

/** The policy as the value of a header. */
export function policyHeader(scriptHashes: readonly string[]): string {
  return policyText(contentSecurityPolicy(scriptHashes));
}

/** The policy as the content of a `<meta>`, where `frame-ancestors` has no effect and logs an error (CSP 3, 3.3). */
export function policyMeta(scriptHashes: readonly string[]): string {
  const { "frame-ancestors": _, ...policy } = contentSecurityPolicy(scriptHashes);
  return policyText(policy);
}

function policyText(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map((directive) => directive.join(" "))
    .join("; ");
}

/**
 * All headers of the site. Netlify and Cloudflare join a header that two rules set, so what differs between folders is
 * set by folder: Cache-Control where it is not the hosts' own default (revalidate each time), and
 * Cross-Origin-Resource-Policy, without which a page can do, because frame-ancestors already keeps it out of frames.
 * @param base path with slashes at both ends
 */
export function headerRules(base: string, scriptHashes: readonly string[]): HeaderRule[] {
  const everywhere = {
    ...isolation,
    "Content-Security-Policy": policyHeader(scriptHashes),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
  const hashed = {
    "Cache-Control": `public, max-age=${YEAR_SECONDS}, immutable`,
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  const forOthers = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  return [
    { path: `${base}*`, headers: everywhere },
    ...hashedFolders.map((folder) => ({ path: `${base}${folder}/*`, headers: hashed })),
    { path: `${base}${libraryFolder}/*`, headers: forOthers },
  ];
}

/** Isolation, which gives a page the fine timer and shared memory: the part of the headers that development needs as well. */
export const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** The headers that `rules` give to the address `path`; a later rule wins. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matches = rules.filter((rule) =>
    rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return Object.assign({}, ...matches.map((rule) => rule.headers));
}
