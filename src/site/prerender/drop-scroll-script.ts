const SCRIPT = /<script type="module" src="[^"]*\/_astro\/ec\.\w+\.js"><\/script>/g;

/**
 * A page without Expressive Code's script. It makes code that scrolls sideways reachable by keyboard; code is wrapped here
 * and never does, while the script measures every block and watches the whole page, also during a benchmark.
 */
export function withoutScrollScript(html: string): string {
  return html.replace(SCRIPT, "");
}
