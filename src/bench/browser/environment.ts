import type { Surroundings } from "../host.ts";
import type { Environment } from "../types.ts";

interface Agent {
  userAgent: string;
  /** Chromium only */
  brands?: { brand: string; version: string }[];
}

type Described = Pick<Environment, "browser" | "engine" | "os">;

/** Names as a user agent writes them, most specific first: Edge also says Chrome, Chrome also says Safari. */
const browsers: { name: string; engine: string; version: RegExp }[] = [
  { name: "Firefox", engine: "SpiderMonkey", version: /Firefox\/(\d+)/ },
  { name: "Edge", engine: "V8", version: /Edg\/(\d+)/ },
  { name: "Opera", engine: "V8", version: /OPR\/(\d+)/ },
  { name: "Chromium", engine: "V8", version: /Chrom(?:e|ium)\/(\d+)/ },
  { name: "WebKitGTK", engine: "JavaScriptCore", version: /Linux(?!.*Android).*Version\/(\d+).*Safari/ },
  { name: "Safari", engine: "JavaScriptCore", version: /Version\/(\d+).*Safari/ },
];

const systems: [string, RegExp][] = [
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux|X11/],
];

const brandNames: Record<string, string> = {
  "Google Chrome": "Chrome",
  "Microsoft Edge": "Edge",
  Opera: "Opera",
};

/** Name and major version of the browser, its engine and the family of the system: never the whole user agent. */
export function describeAgent({ userAgent, brands = [] }: Agent): Described {
  const os = systems.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "other";
  const branded = brands.find(({ brand }) => brand in brandNames);
  if (branded) {
    return { browser: { name: brandNames[branded.brand], major: Number(branded.version) }, engine: "V8", os };
  }
  const found = browsers.find(({ version }) => version.test(userAgent));
  if (!found) return { browser: { name: "other", major: 0 }, engine: "other", os };
  // WebKitGTK's user agent carries the version of the Safari that it resembles, not its own
  const major = found.name === "WebKitGTK" ? 0 : Number(found.version.exec(userAgent)?.[1]);
  return { browser: { name: found.name, major }, engine: found.engine, os };
}

/** Engine of a browser by the name that `describeAgent` gives it. */
export function engineOf(name: string): string {
  if (Object.values(brandNames).includes(name)) return "V8";
  return browsers.find((browser) => browser.name === name)?.engine ?? "other";
}

interface BrowserNavigator extends Navigator {
  userAgentData?: { brands: { brand: string; version: string }[] };
  getBattery?(): Promise<{ charging: boolean }>;
}

/** What this page's browser tells of itself and its machine. */
export async function describeBrowser(pressure: string | null): Promise<Surroundings> {
  const { userAgent, userAgentData, hardwareConcurrency = 1 } = navigator as BrowserNavigator;
  return {
    ...describeAgent({ userAgent, brands: userAgentData?.brands }),
    cores: hardwareConcurrency,
    isolated: globalThis.crossOriginIsolated === true,
    battery: await onBattery(navigator as BrowserNavigator),
    pressure,
  };
}

async function onBattery(navigator: BrowserNavigator): Promise<boolean | null> {
  try {
    const battery = await navigator.getBattery?.();
    return battery ? !battery.charging : null;
  } catch {
    // refused by a permissions policy
    return null;
  }
}
