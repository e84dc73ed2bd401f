import { expect, it } from "vitest";
import { describeAgent } from "../../src/bench/browser/environment.ts";

const kit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

it.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
    "Firefox",
    153,
    "SpiderMonkey",
    "Linux",
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, "Chromium", 156, "V8", "Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/156.0.1.2`, "Edge", 156, "V8", "Windows"],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${kit} Version/26.0 Safari/605.1.15`,
    "WebKitGTK",
    0,
    "JavaScriptCore",
    "Linux",
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${kit} Version/26.1 Safari/605.1.15`,
    "Safari",
    26,
    "JavaScriptCore",
    "macOS",
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) ${kit} Version/26.0 Mobile/15E148 Safari/604.1`,
    "Safari",
    26,
    "JavaScriptCore",
    "iOS",
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${chrome}`, "Chromium", 156, "V8", "Android"],
  ["Mozilla/5.0 (linux) jsdom/31.0.1", "other", 0, "other", "other"],
])("%s is recognised", (userAgent, name, major, engine, os) => {
  expect(describeAgent({ userAgent })).toEqual({ browser: { name, major }, engine, os });
});

it("a brand is preferred to the user agent", () => {
  const brands = [
    { brand: "Not?A_Brand", version: "99" },
    { brand: "Chromium", version: "156" },
    { brand: "Google Chrome", version: "156" },
  ];
  expect(describeAgent({ userAgent: chrome, brands }).browser).toEqual({ name: "Chrome", major: 156 });
});
