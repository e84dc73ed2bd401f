import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SCRIPT = /<script type="module" src="[^"]*\/_astro\/ec\.\w+\.js"><\/script>/g;

/**
 * Takes Expressive Code's script out of the built pages. It makes code that scrolls sideways reachable by keyboard; code is wrapped here
 * and never does, while the script measures every block and watches the whole page, also during a benchmark.
 * @param dist folder of the built site
 */
export function dropScrollScript(dist: string): void {
  for (const file of globSync("**/*.html", { cwd: dist })) {
    const html = readFileSync(join(dist, file), "utf8");
    if (html.search(SCRIPT) >= 0) writeFileSync(join(dist, file), html.replace(SCRIPT, ""));
  }
}
