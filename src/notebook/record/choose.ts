import { advice, ENGINES, type Engine, findBrowsers, missing } from "../browsers/index.ts";

/**
 * The browsers to use: those asked for, or else all that are installed.
 * Throws an error that ends with the next step.
 */
export function chooseEngines(asked: readonly string[] | undefined): Engine[] {
  const strange = asked?.find((name) => !(ENGINES as readonly string[]).includes(name));
  if (strange !== undefined) throw new Error(`there is no browser “${strange}”. Name ${ENGINES.join(", ")}.`);
  const absent = missing(findBrowsers());
  const wanted = ENGINES.filter((engine) => asked?.includes(engine) ?? !absent.includes(engine));
  const lacking = wanted.find((engine) => absent.includes(engine));
  if (lacking) throw new Error(`${advice(lacking)}.`);
  if (wanted.length === 0) throw new Error(`no browser is installed. ${ENGINES.map(advice).join("; ")}.`);
  return [...wanted];
}

/** A line for each browser that is not installed, if all were meant. */
export function leftOut(asked: readonly string[] | undefined): string[] {
  return asked ? [] : missing(findBrowsers()).map((engine) => `Left out: ${advice(engine)}.`);
}

/** The ids asked for, or else all of them. Throws an error that names what there is. */
export function chooseIds(asked: readonly string[], there: readonly string[], what: string): string[] {
  const unknown = asked.filter((id) => !there.includes(id));
  if (unknown.length > 0)
    throw new Error(`no ${what} is called ${unknown.join(", ")}. There are ${there.join(", ") || "none"}.`);
  return asked.length > 0 ? [...asked] : [...there];
}
