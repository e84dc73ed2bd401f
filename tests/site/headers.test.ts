import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { headerRules, headersFor, policyHeader, policyMeta } from "../../src/site/production/headers.ts";
import {
  headersFile,
  nginxFile,
  parseHeadersFile,
  vercelFile,
} from "../../src/site/production/host-files.ts";
import { pageScripts } from "../../src/site/production/inline-scripts.ts";
import { intoHead } from "../../src/site/production/page-head.ts";

const hash = "'sha256-abc='";
const rules = headerRules("/book/", [hash]);

describe("the content policy", () => {
  const directives = Object.fromEntries(
    policyHeader([hash])
      .split("; ")
      .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]),
  );

  test("scripts come from the site itself, from a listed hash or from WebAssembly; none is inline or evaluated", () => {
    expect(directives["script-src"]).toEqual(["'self'", "'wasm-unsafe-eval'", hash]);
  });

  test("only the site itself is contacted", () => {
    expect(directives["connect-src"]).toEqual(["'self'"]);
    expect(directives["default-src"]).toEqual(["'self'"]);
  });

  test("the copy in a page leaves out frame-ancestors, which browsers refuse there", () => {
    expect(policyHeader([])).toContain("frame-ancestors");
    expect(policyMeta([])).not.toContain("frame-ancestors");
  });
});

describe("header rules", () => {
  test("a page is isolated and has no cache rule of its own", () => {
    const headers = headersFor(rules, "/book/cpu/branches/");
    expect(headers["Cross-Origin-Opener-Policy"]).toBe("same-origin");
    expect(headers["Cross-Origin-Embedder-Policy"]).toBe("require-corp");
    expect(headers["Cache-Control"]).toBeUndefined();
  });

  test("files with a hash in their name are kept for a year, and are isolated as well", () => {
    for (const path of ["/book/_astro/a.123.js", "/book/_notebooks/branches/x/worker.123.js"]) {
      expect(headersFor(rules, path)["Cache-Control"]).toBe("public, max-age=31536000, immutable");
      expect(headersFor(rules, path)["Cross-Origin-Embedder-Policy"]).toBe("require-corp");
    }
  });

  test("what other sites may load says so, and nothing else does", () => {
    const library = headersFor(rules, "/book/lib/bench.js");
    expect(library["Access-Control-Allow-Origin"]).toBe("*");
    expect(library["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
    const asset = headersFor(rules, "/book/_astro/a.123.js");
    expect(asset["Cross-Origin-Resource-Policy"]).toBe("same-origin");
    for (const path of ["/book/", "/book/_astro/a.123.js", "/book/library/"])
      expect(headersFor(rules, path)["Access-Control-Allow-Origin"]).toBeUndefined();
  });

  test("no header is set by two rules for one path: Netlify and Cloudflare would join the values", () => {
    const [everywhere, ...others] = rules;
    for (const { headers } of others)
      for (const name of Object.keys(headers)) expect(everywhere.headers).not.toHaveProperty(name);
  });

  test("no line is longer than the 2,000 characters that Cloudflare reads, with twenty inline scripts", () => {
    const many = headerRules("/", Array(20).fill(`'sha256-${"a".repeat(44)}'`));
    for (const line of headersFile(many).split("\n")) expect(line.length).toBeLessThan(2000);
  });
});

describe("files for hosts", () => {
  test("what _headers says is what the local server reads", () => {
    expect(parseHeadersFile(headersFile(rules))).toEqual(rules);
  });

  test("vercel.json has the same rules", () => {
    const { headers } = JSON.parse(vercelFile(rules));
    expect(headers.map((rule: { source: string }) => rule.source)).toEqual(
      rules.map((rule) => rule.path.replace("*", "(.*)")),
    );
  });

  test("each nginx location repeats every header, because a location with one header inherits none", () => {
    const locations = nginxFile("/book/", rules).split("location ").slice(1);
    expect(locations).toHaveLength(rules.length);
    for (const location of locations)
      for (const name of Object.keys(rules[0].headers)) expect(location).toContain(`add_header ${name} "`);
  });
});

describe("a built page", () => {
  const page = (body: string) =>
    pageScripts(
      `<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body>${body}</body></html>`,
    );

  test("inline scripts that run are hashed, to the byte", () => {
    const script = " let a = 1 < 2; ";
    const sha = createHash("sha256").update(script).digest("base64");
    expect(page(`<script>${script}</script><script type="module">${script}</script>`).hashes).toEqual([
      `'sha256-${sha}'`,
      `'sha256-${sha}'`,
    ]);
  });

  test("data, templates of code in text, and scripts with an address need no hash", () => {
    const { hashes } = page(
      `<script type="application/json">{}</script><pre>&lt;script&gt;1&lt;/script&gt;</pre><script src="/a.js"></script>`,
    );
    expect(hashes).toEqual([]);
  });

  test("event handlers in attributes are found, because the policy blocks them", () => {
    expect(page('<button onclick="run()">').handlers).toEqual(["<button onclick>"]);
  });

  test("what a page loads from another host is found; what it links to is not", () => {
    const { foreign } = page(
      '<img src="https://a.example/i.png"><script src="//b.example/s.js"></script><a href="https://c.example/">c</a>',
    );
    expect(foreign).toEqual(["https://a.example/i.png", "//b.example/s.js"]);
  });

  test("the policy goes after the charset, which has to be in the first 1,024 bytes, and before any script", () => {
    const html = '<!doctype html><html><head><meta charset="utf-8"><script>1</script></head></html>';
    expect(intoHead(html, "<meta>")).toBe(html.replace("<script>", "<meta><script>"));
  });
});

test("the place of a policy is found in the beginning of a page, however long the page is", () => {
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>One</title></head><body>${"<p>text</p>".repeat(1000)}</body></html>`;
  expect(intoHead(html, "<meta>")).toBe(html.replace("<title>", "<meta><title>"));
});
