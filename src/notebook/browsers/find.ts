/** Finds the browsers of this machine: environment variable, then the system, then Playwright's cache. */

import { accessSync, constants, globSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { ADVICE, COMMANDS, FILES, PLAYWRIGHT_CHROMIUM } from "./places.ts";
import { ENGINES, type Engine } from "./types.ts";
import type { WebKitPaths } from "./webkit.ts";

export interface Found {
  chromium: string | null;
  firefox: string | null;
  webkit: WebKitPaths | null;
}

/** A variable that is set and points at nothing is an error: to fall back in silence would test another browser. */
export function findBrowsers(environment: NodeJS.ProcessEnv = process.env): Found {
  const fromEnvironment = (name: string): string | null => {
    const path = environment[name];
    if (path && !isExecutable(path))
      throw new Error(`${name} is ${path}: there is no program. Correct or unset it.`);
    return path || null;
  };
  const onPath = (commands: readonly string[]): string | null =>
    (environment.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => commands.map((command) => join(folder, command)))
      .find(isExecutable) ?? null;
  const expand = (pattern: string): string =>
    pattern.replace(/^~/, homedir()).replace(/%([^%]+)%/g, (_, name) => environment[name] ?? "/nowhere");
  const onDisk = (patterns: readonly string[]): string | null =>
    patterns.flatMap((pattern) => globSync(expand(pattern)).sort()).findLast(isExecutable) ?? null;

  const playwright = PLAYWRIGHT_CHROMIUM.roots.flatMap((root) =>
    PLAYWRIGHT_CHROMIUM.files.map((file) => `${root}/${file}`),
  );
  const miniBrowser = fromEnvironment("HOT_PATH_WEBKIT") ?? onDisk(FILES.miniBrowser);
  const driver = onPath(COMMANDS.webKitDriver);
  const xvfb = onPath(COMMANDS.xvfb);
  return {
    chromium:
      fromEnvironment("HOT_PATH_CHROMIUM") ??
      onPath(COMMANDS.chromium) ??
      onDisk(FILES.chromium) ??
      onDisk(playwright),
    firefox: fromEnvironment("HOT_PATH_FIREFOX") ?? onPath(COMMANDS.firefox) ?? onDisk(FILES.firefox),
    webkit: miniBrowser && driver && xvfb ? { driver, miniBrowser, xvfb } : null,
  };
}

/** Engines of which nothing was found. */
export function missing(found: Found): Engine[] {
  return ENGINES.filter((engine) => found[engine] === null);
}

/** One line that says what to install. */
export function advice(engine: Engine): string {
  return `${engine} is missing: ${(ADVICE[process.platform] ?? ADVICE.linux)[engine]}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
