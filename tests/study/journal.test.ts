import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openShelf, type Shelf } from "../../src/study/journal/database.ts";
import { inOrder, latest, newId, standing } from "../../src/study/journal/entry.ts";
import { Journal } from "../../src/study/journal/journal.ts";
import { TROUBLES } from "../../src/study/journal/trouble.ts";
import type { Step } from "../../src/study/journal/version.ts";
import { entry, guess, START, undo } from "./entries.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const refusing = (name: string) => async () => {
  throw new DOMException("", name);
};

describe("what follows from entries", () => {
  test("entries stand in the order of time, and those of one millisecond in the order of their ids, whatever came first", () => {
    const [a, b, c] = [guess(1, 1), guess(2, 1), guess(3, 0)];
    expect(inOrder([b, a, c])).toEqual([c, a, b]);
    expect(inOrder([a, c, b])).toEqual([c, a, b]);
  });

  test("an entry that was taken back does not stand, even if what takes it back is read first", () => {
    const [first, second] = [guess(1), guess(2, 1)];
    const back = undo(second, 2);
    expect(standing([back, second, first])).toEqual([first]);
    expect(latest([back, second, first], "guess").get(first.item)).toEqual(first);
  });

  test("no two ids are the same", () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newId(START)));
    expect(ids.size).toBe(10_000);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+-[a-z0-9]{12}$/);
  });
});

describe("a journal on the device", () => {
  test("is there when it is opened again, by page and as a whole", async () => {
    const journal = new Journal();
    const here = await journal.write("cpu/branches#card-cost", { kind: "known", known: true });
    const there = await journal.write("memory/caches#card-cost", { kind: "known", known: false });
    const again = new Journal();
    expect(await again.read("cpu/branches")).toEqual([here]);
    expect(inOrder(await again.read())).toEqual(inOrder([here, there]));
    expect(again.trouble).toBeNull();
  });

  test("a page whose name begins like another's does not get the other's entries", async () => {
    const journal = new Journal();
    await journal.write("cpu/branches-2#card-a", { kind: "known", known: true });
    expect(await journal.read("cpu/branches")).toEqual([]);
  });

  test("two tabs that write at once both keep everything, and tell each other", async () => {
    const [one, other] = [new Journal(), new Journal()];
    const told = vi.fn();
    other.listen(told);
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 ? one : other).write("a/b#quiz-c", { kind: "guess", value: i + 1 }),
      ),
    );
    const values = (await one.read()).map((e) => (e.kind === "guess" ? e.value : 0));
    expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    await vi.waitFor(() => expect(told.mock.calls.length).toBeGreaterThan(25), { timeout: 30_000 });
  });

  test("merging adds what is new, keeps what is here, and says how many were new", async () => {
    const journal = new Journal();
    const kept = guess(1);
    await journal.merge([kept]);
    const forged = { ...kept, value: 99 };
    expect(await journal.merge([forged, guess(2, 1)])).toBe(1);
    expect(await journal.read()).toContainEqual(kept);
    expect(await journal.merge(await journal.read())).toBe(0);
  });

  test("merging in any order gives the same journal", async () => {
    const [a, b] = [
      [guess(1), guess(2, 3)],
      [guess(3, 1), guess(4, 2)],
    ];
    const [one, other] = [new Journal(), new Journal(() => openShelf())];
    await one.merge(a);
    await one.merge(b);
    const first = inOrder(await one.read());
    await one.erase();
    await other.merge(b);
    await other.merge(a);
    expect(inOrder(await other.read())).toEqual(first);
  });

  test("erasing leaves nothing", async () => {
    const journal = new Journal();
    await journal.merge([guess(1), guess(2)]);
    await journal.erase();
    expect(await new Journal().read()).toEqual([]);
  });
});

describe("a change of the format", () => {
  const named: Step = (e) => ({ ...e, unit: "ns" });
  const doubled: Step = (e) => ({ ...e, value: 2 * (e.value as number) });
  const close = async (changes: Step[]) => {
    const shelf = await openShelf(changes);
    return shelf.read();
  };

  test("is applied once to every entry that is on the device, through all versions between", async () => {
    await (await openShelf([])).add([guess(1), guess(2)]);
    const seen = await close([doubled, named]);
    expect(seen.map((e) => e as unknown as { value: number; unit: string })).toEqual([
      expect.objectContaining({ value: 2, unit: "ns" }),
      expect.objectContaining({ value: 4, unit: "ns" }),
    ]);
    expect(await close([doubled, named])).toEqual(seen);
    expect((await close([doubled, named, doubled])).map((e) => (e as { value?: number }).value)).toEqual([
      4, 8,
    ]);
  });

  test("that fails leaves everything as it was", async () => {
    const kept = [guess(1), guess(2)];
    await (await openShelf([])).add(kept);
    const fails: Step = (e) => {
      if (e.value === 2) throw new Error("no");
      return { ...e, value: 7 };
    };
    await expect(openShelf([fails])).rejects.toMatchObject({ name: "AbortError" });
    expect(inOrder(await (await openShelf([])).read())).toEqual(inOrder(kept));
  });

  test("in another tab closes this one’s database, and what is written after that is kept in memory, in words", async () => {
    const old = new Journal(() => openShelf([]));
    await old.write("a/b#quiz-c", { kind: "known", known: true });
    await openShelf([named]);
    await old.write("a/b#quiz-d", { kind: "known", known: true });
    expect(old.trouble).toBe(TROUBLES.newer);
    expect((await old.read()).map(({ item }) => item)).toEqual(["a/b#quiz-d"]);
  });

  test("that another tab does not make way for is told in words", async () => {
    const shelf = await openShelf([]);
    await shelf.add([guess(1)]);
    await new Promise((resolve) => {
      // a tab that holds on to the database, as one that hangs would
      indexedDB.open("hot-path-study").onsuccess = resolve;
    });
    const journal = new Journal(() => openShelf([named]));
    await journal.read();
    expect(journal.trouble).toBe(TROUBLES.older);
  });

  test("is not undone by an older version of the book", async () => {
    await openShelf([named]);
    const old = new Journal(() => openShelf([]));
    await old.read();
    expect(old.trouble).toBe(TROUBLES.newer);
  });
});

describe("a device that keeps nothing", () => {
  test.each([
    ["SecurityError", TROUBLES.blocked],
    ["InvalidStateError", TROUBLES.blocked],
    ["UnknownError", TROUBLES.blocked],
    ["VersionError", TROUBLES.newer],
  ])(
    "%s on opening is told in words, and the journal works for as long as the page is open",
    async (name, words) => {
      const journal = new Journal(refusing(name));
      const written = await journal.write("a/b#quiz-c", { kind: "known", known: true });
      expect(journal.trouble).toBe(words);
      expect(await journal.read("a/b")).toEqual([written]);
      expect(await journal.read("a/c")).toEqual([]);
    },
  );

  test("no IndexedDB at all is told as blocked", async () => {
    Reflect.deleteProperty(globalThis, "indexedDB");
    const journal = new Journal();
    await journal.read();
    expect(journal.trouble).toBe(TROUBLES.blocked);
  });

  test("a full one keeps what it has, and the rest stays in memory", async () => {
    const kept = [guess(1)];
    const shelf: Shelf = {
      read: async () => kept,
      add: refusing("QuotaExceededError"),
      erase: async () => {},
    };
    const journal = new Journal(async () => shelf);
    const written = await journal.write("a/b#quiz-c", { kind: "known", known: true });
    expect(journal.trouble).toBe(TROUBLES.full);
    expect(await journal.read()).toEqual([...kept, written]);
  });

  test("anything else is told with what the browser said", async () => {
    const journal = new Journal(async () => {
      throw new DOMException("disk on fire", "DataError");
    });
    await journal.read();
    expect(journal.trouble).toContain("(DataError: disk on fire)");
  });

  test("entries of two kinds on one item do not hide each other", () => {
    const all = [entry({ kind: "known", known: true }), entry({ kind: "guess", value: 2 })];
    expect(latest(all, "known").size).toBe(1);
    expect(latest(all, "guess").size).toBe(1);
  });
});
