import { type Entry, pageOf, standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";

/** Shows what stands about one item, oldest first. */
export type Show = (entries: Entry[]) => void;

const followers = new Map<string, Set<Show>>();
let asked = false;

/** Calls `show` now and after every change about the item, whichever tab makes it. Pages are read once for all that ask together. */
export function follow(item: string, show: Show): void {
  if (followers.size === 0) journal().listen(ask);
  followers.set(item, (followers.get(item) ?? new Set()).add(show));
  ask();
}

/** Ends what `follow` began. */
export function leave(item: string, show: Show): void {
  followers.get(item)?.delete(show);
}

function ask(): void {
  if (asked) return;
  asked = true;
  queueMicrotask(async () => {
    asked = false;
    const pages = new Set([...followers.keys()].map(pageOf));
    const entries = pages.size > 1 ? await journal().read() : await journal().read([...pages][0]);
    const about = Map.groupBy(standing(entries), ({ item }) => item);
    for (const [item, shows] of followers) for (const show of shows) show(about.get(item) ?? []);
  });
}
