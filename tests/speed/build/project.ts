import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** What the build reads of the project. */
const READ = [
  "astro.config.mjs",
  "ec.config.mjs",
  "package.json",
  "tsconfig.json",
  "content",
  "notebooks",
  "public",
  "src",
];

/**
 * Copies what a build of the book needs; packages are links.
 * @param to a folder below the project's, where its packages are found; Astro takes none from elsewhere
 */
export function copyProject(from: string, to: string): void {
  for (const name of READ) cpSync(join(from, name), join(to, name), { recursive: true });
  mkdirSync(join(to, "node_modules"));
  // the build reads licences and starts programs there; what tools keep beside packages is the copy's own
  for (const name of readdirSync(join(from, "node_modules")))
    if (!name.startsWith(".") || name === ".bin")
      symlinkSync(join(from, "node_modules", name), join(to, "node_modules", name), "junction");
}
