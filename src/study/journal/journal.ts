import { openShelf, type Shelf } from "./database.ts";
import { type Entry, newId, pageOf, type What } from "./entry.ts";
import { troubleOf } from "./trouble.ts";

/** Says to other tabs that there is something new. */
const CHANNEL = "hot-path-study";

/**
 * The reader's journal on this device. Nothing here rejects: what the device does not keep stays in memory for as long as the page is
 * open, and `trouble` says why.
 */
export class Journal {
  /** Why the device does not keep what is written, in words; null as long as it does. */
  trouble: string | null = null;
  private readonly shelf: Promise<Shelf | null>;
  private readonly unkept = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  private readonly channel = new BroadcastChannel(CHANNEL);

  constructor(open: () => Promise<Shelf> = openShelf) {
    this.shelf = (async () => open())().catch((error) => {
      this.trouble = troubleOf(error);
      return null;
    });
    this.channel.onmessage = () => this.tell();
  }

  /** Entries of a page, of everything unless given, in no order. */
  async read(page?: string): Promise<Entry[]> {
    const kept = await this.try((shelf) => shelf.read(page));
    const unkept = [...this.unkept.values()].filter(
      ({ item }) => page === undefined || pageOf(item) === page,
    );
    return [...(kept ?? []), ...unkept];
  }

  /** Writes what the reader did just now. */
  async write(item: string, what: What): Promise<Entry> {
    const at = Date.now();
    const entry: Entry = { id: newId(at), at, item, ...what };
    await this.merge([entry]);
    return entry;
  }

  /** Adds entries of elsewhere. Gives how many of them were new. */
  async merge(entries: readonly Entry[]): Promise<number> {
    const added = await this.try((shelf) => shelf.add(entries));
    if (!added) for (const entry of entries) this.unkept.set(entry.id, entry);
    else if (added.length > 0) this.channel.postMessage(null);
    this.tell();
    return added?.length ?? entries.length;
  }

  /** Removes everything, on this device only. */
  async erase(): Promise<void> {
    await this.try((shelf) => shelf.erase());
    this.unkept.clear();
    this.channel.postMessage(null);
    this.tell();
  }

  /** Calls back whenever there may be something new, in this tab or from another. */
  listen(listener: () => void): void {
    this.listeners.add(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private async try<T>(task: (shelf: Shelf) => Promise<T>): Promise<T | null> {
    const shelf = await this.shelf;
    if (!shelf) return null;
    try {
      return await task(shelf);
    } catch (error) {
      this.trouble = troubleOf(error);
      return null;
    }
  }
}

let opened: Journal | undefined;

/** The journal of this page. */
export function journal(): Journal {
  opened ??= new Journal();
  return opened;
}
