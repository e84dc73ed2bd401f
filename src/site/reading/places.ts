const KEY = "hot-path:places";
/** Chapters of which a place is kept. */
const MOST = 50;

/** Where the reader was in a chapter. */
export interface Place {
  /** anchor of the section, and its heading */
  id: string;
  heading: string;
  /** title of the chapter, and its address on this host */
  title: string;
  path: string;
  /** when, in ms since 1970 */
  at: number;
}

/** Places by the id of the page; none if the browser keeps nothing, or holds what no version of this book wrote. */
export function keptPlaces(): Record<string, Place> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return Object.fromEntries(Object.entries(kept ?? {}).filter(([, place]) => isPlace(place)));
  } catch {
    return {};
  }
}

/** Keeps the latest places. In a browser that keeps nothing there are none. */
export function keepPlaces(places: Record<string, Place>): void {
  const latest = Object.entries(places).sort(([, a], [, b]) => b.at - a.at);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(latest.slice(0, MOST))));
  } catch {}
}

function isPlace(place: unknown): place is Place {
  const { id, heading, title, path, at } = (place ?? {}) as Partial<Place>;
  const isHere = typeof path === "string" && /^\/(?!\/)/.test(path);
  return isHere && [id, heading, title].every((text) => typeof text === "string") && typeof at === "number";
}
