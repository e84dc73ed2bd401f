/** Time of a part of a build, in ms. */
export interface Phase {
  name: string;
  ms: number;
}

/** Addresses that are not pages of content, by what they cost time for. */
const KINDS: [RegExp, string][] = [
  [/^\/social\//, "social images"],
  [/^\/(study|notebooks|numbers|glossary|syllabus|offline)\//, "pages about the whole book"],
];

/** Where the time of a build went, from what Astro and our integrations say of themselves. */
export function phasesOf(lines: readonly string[]): Phase[] {
  const times = new Map<string, number>();
  const add = (name: string, ms: number) => times.set(name, (times.get(name) ?? 0) + ms);
  let page = "";
  for (const line of lines) {
    // warnings may stand between the name of a page and its time
    page = /[├└]─ (\/.*?\.\w+)/.exec(line)?.[1] ?? page;
    const [, pageMs] = / \(\+([\d.]+m?s)\)/.exec(line) ?? [];
    if (pageMs) add(KINDS.find(([fits]) => fits.test(page))?.[1] ?? "pages of the text", msOf(pageMs));
    const [, what, ms] = /\] (.+?) in ([\d.]+m?s)\.?$/.exec(line) ?? [];
    if (what && /^\S* ?\[(hot-path|starlight|vite)/.test(line.replace(/^[\d:]+ /, "")))
      add(what.replace("✓ built", "Bundled"), msOf(ms));
  }
  return [...times].map(([name, ms]) => ({ name, ms }));
}

function msOf(text: string): number {
  return text.endsWith("ms") ? Number.parseFloat(text) : Number.parseFloat(text) * 1000;
}
