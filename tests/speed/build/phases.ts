/** Time of a part of a build, in ms. */
export interface Phase {
  name: string;
  ms: number;
}

/** Where the time of a build went, from what Astro and our integrations say of themselves. Some of it goes on beside the rest. */
export function phasesOf(lines: readonly string[]): Phase[] {
  const times = new Map<string, number>();
  const add = (name: string, ms: number) => times.set(name, (times.get(name) ?? 0) + ms);
  let isRendering = false;
  for (const line of lines) {
    isRendering ||= line.includes("generating static routes");
    const [, rendered] = /^[\d:]+ ✓ Completed in ([\d.]+m?s)\.?$/.exec(line) ?? [];
    if (isRendering && rendered) add("Rendered the pages", msOf(rendered));
    const [, what, ms] = /\[(?:hot-path|starlight|vite)[^\]]*\] (.+?) in ([\d.]+m?s)\.?$/.exec(line) ?? [];
    if (what) add(what.replace("✓ built", "Bundled"), msOf(ms));
  }
  return [...times].map(([name, ms]) => ({ name, ms }));
}

function msOf(text: string): number {
  return text.endsWith("ms") ? Number.parseFloat(text) : Number.parseFloat(text) * 1000;
}
