import { type Backing, backing, frameWith, type PageFrame } from "./frame.ts";

export type MappingKind = "shared file" | "private file" | "shared memory" | "private memory";
export type Owner = "A" | "B";

/** An entry of a page table: where the page lies, and whether a write may go there without asking the kernel. */
export interface TableEntry {
  frame: PageFrame;
  writable: boolean;
}

/** What the kernel had to do for one step. */
export interface Served {
  /** page faults of the process that acted */
  faults: number;
  /** pages copied */
  copies: number;
  /** what was read; undefined for every other step */
  seen?: string;
}

/** As /proc/<pid>/smaps counts a mapping, in pages. */
export interface Usage {
  rss: number;
  /** each page divided among the processes that have it in their tables */
  pss: number;
  anonymous: number;
}

export interface Mappings {
  /** A starts B: a copy of itself, with what A has mapped by then */
  fork(): void;
  map(who: Owner): void;
  read(who: Owner, page: number): Served;
  write(who: Owner, page: number, value: string): Served;
  /** write(2) on the file, by whomever */
  writeFile(page: number, value: string): void;
  /** madvise(MADV_DONTNEED) on the whole mapping */
  giveBack(who: Owner): void;
  exit(who: Owner): void;
  usage(who: Owner): Usage;
  /** the page table of a process; null if it has no mapping */
  table(who: Owner): readonly (TableEntry | null)[] | null;
  /** what the file, or the shared memory, holds; null for a page that has no frame yet */
  held(page: number): string | null;
}

const served = (faults = 0, copies = 0): Served => ({ faults, copies });

/**
 * One mapping of a few pages in one or two processes, as Linux serves it: a table entry is made at the first touch of a page, a
 * private page is copied at the first write, and a file's pages around a read are mapped with it ("fault-around"). All
 * pages of the file are in the page cache. Not in the model: readahead, write-back, swapping, huge pages, times.
 */
export function mappings({ kind, pages = 4 }: { kind: MappingKind; pages?: number }): Mappings {
  const isPrivate = kind.startsWith("private");
  const isFile = kind.endsWith("file");
  const store = backing(kind === "private memory" ? "none" : isFile ? "full" : "empty", pages);
  const tables = new Map<Owner, (TableEntry | null)[]>();
  const alive = new Set<Owner>(["A"]);

  const tableOf = (who: Owner) => {
    const table = tables.get(who);
    if (!table) throw new Error(`${who} has mapped nothing`);
    return table;
  };
  const enter = (who: Owner, page: number, frame: PageFrame, writable: boolean) => {
    const table = tableOf(who);
    if (table[page]) table[page].frame.mappers -= 1;
    frame.mappers += 1;
    table[page] = { frame, writable };
  };
  const clear = (who: Owner) => {
    for (const entry of tables.get(who) ?? []) if (entry) entry.frame.mappers -= 1;
  };

  /** a read of a page without an entry */
  const faultIn = (who: Owner, page: number, { frames, zero }: Backing) => {
    if (!frames) return enter(who, page, zero, false);
    const first = frames[page] === null;
    frames[page] ??= frameWith("0");
    const around = first ? [page] : neighbours(page, pages);
    for (const at of around) {
      const frame = frames[at];
      // a shared page of memory has no file to be kept clean for, so it may be written at once
      if (frame && !tableOf(who)[at]) enter(who, at, frame, !isPrivate && !isFile);
    }
  };
  /** a write to a page that may not be written yet */
  const makeWritable = (who: Owner, page: number): Served => {
    const entry = tableOf(who)[page];
    if (!isPrivate && store.frames) {
      store.frames[page] ??= frameWith("0");
      enter(who, page, entry?.frame ?? store.frames[page], true);
      return served(1);
    }
    if (entry?.frame.anonymous && entry.frame.mappers === 1) {
      entry.writable = true; // the other process has let go of it
      return served(1);
    }
    const from = entry?.frame ?? store.frames?.[page] ?? store.zero;
    enter(who, page, { ...from, anonymous: true, mappers: 0 }, true);
    return served(1, from === store.zero ? 0 : 1);
  };

  return {
    fork() {
      if (alive.has("B")) throw new Error("B is there already");
      alive.add("B");
      const mine = tables.get("A");
      if (!mine) return;
      tables.set("B", Array(pages).fill(null));
      // nothing to copy unless A has pages of its own: B can ask for the rest again
      if (!isPrivate || !mine.some((entry) => entry?.frame.anonymous)) return;
      mine.forEach((entry, page) => {
        if (!entry) return;
        entry.writable = false;
        enter("B", page, entry.frame, false);
      });
    },
    map(who) {
      if (!alive.has(who)) throw new Error(`${who} does not run`);
      clear(who);
      tables.set(who, Array(pages).fill(null));
    },
    read(who, page) {
      const there = tableOf(who)[page];
      if (!there) faultIn(who, page, store);
      return { ...served(there ? 0 : 1), seen: tableOf(who)[page]?.frame.value };
    },
    write(who, page, value) {
      const done = tableOf(who)[page]?.writable ? served() : makeWritable(who, page);
      const entry = tableOf(who)[page];
      if (entry) entry.frame.value = value;
      return done;
    },
    writeFile(page, value) {
      const frame = isFile && store.frames?.[page];
      if (!frame) throw new Error("there is no file");
      frame.value = value;
    },
    giveBack(who) {
      clear(who);
      tables.set(who, Array(pages).fill(null));
    },
    exit(who) {
      clear(who);
      tables.delete(who);
      alive.delete(who);
    },
    usage(who) {
      const frames = (tables.get(who) ?? []).flatMap((entry) =>
        entry && entry.frame !== store.zero ? [entry.frame] : [],
      );
      return {
        rss: frames.length,
        pss: frames.reduce((sum, { mappers }) => sum + 1 / mappers, 0),
        anonymous: frames.filter(({ anonymous }) => anonymous).length,
      };
    },
    table: (who) => tables.get(who) ?? null,
    held: (page) => store.frames?.[page]?.value ?? null,
  };
}

/** Pages that a read fault maps together: the aligned sixteen around it, 64 KiB, as far as the mapping goes. */
function neighbours(page: number, pages: number): number[] {
  const from = page - (page % 16);
  return Array.from({ length: Math.min(16, pages - from) }, (_, i) => from + i);
}
