import { beforeEach, describe, expect, test } from "vitest";
import { Draft } from "../../src/notebook/edit/draft.ts";
import { EditStore, type Shelf } from "../../src/notebook/edit/store.ts";

const cells = [
  { id: 2, version: "v2", name: "sum" },
  { id: 3, version: "v3", name: "order" },
];
const originals = new Map([
  [2, "let sum = 0;"],
  [3, "let order = 1;"],
]);

/** localStorage that may refuse. */
class Memory implements Shelf {
  readonly items = new Map<string, string>();
  refusal: Error | null = null;
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.refusal) throw this.refusal;
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

let shelf: Memory;
beforeEach(() => {
  shelf = new Memory();
});

/** The notebook as a page load finds it. */
function visit(known = cells): Draft {
  const draft = new Draft(known, new EditStore("a/b", shelf));
  draft.know(originals);
  return draft;
}

const texts = (draft: Draft) => Object.fromEntries(draft.edits());
const offered = (draft: Draft) => draft.earlier().map(({ cell, text }) => [cell, text]);

describe("what a reader changes", () => {
  test("is in force at once and after every later visit", () => {
    visit().write(2, "let sum = 1;");
    expect(texts(visit())).toEqual({ 2: "let sum = 1;" });
  });

  test("is no change once the book's text is back, and leaves nothing on the device", () => {
    const draft = visit();
    draft.write(2, "let sum = 1;");
    draft.write(2, "let sum = 0;");
    expect(texts(draft)).toEqual({});
    expect(shelf.items.size).toBe(0);
  });

  test("is told to whoever shows it, the second place of the notebook on the page included", () => {
    const store = new EditStore("a/b", shelf);
    const [first, second] = [new Draft(cells, store), new Draft(cells, store)];
    const heard: object[] = [];
    second.subscribe(() => heard.push(texts(second)));
    first.write(2, "let sum = 1;");
    expect(heard).toEqual([{ 2: "let sum = 1;" }]);
  });

  test("goes by Reset, of one cell or of all, and comes back by undo", () => {
    const draft = visit();
    draft.write(2, "let sum = 1;");
    draft.write(3, "let order = 2;");
    const undoOne = draft.reset(2);
    expect(texts(draft)).toEqual({ 3: "let order = 2;" });
    undoOne?.();
    const undoAll = draft.reset();
    expect(texts(visit())).toEqual({});
    undoAll?.();
    expect(texts(visit())).toEqual({ 2: "let sum = 1;", 3: "let order = 2;" });
    expect(visit().reset(7)).toBeNull();
  });
});

describe("a change of a cell that the book has changed since", () => {
  const updated = [{ ...cells[0], version: "v2-new" }, cells[1]];

  test("is kept and offered, and not in force", () => {
    visit().write(2, "let sum = 1;");
    expect(texts(visit(updated))).toEqual({});
    expect(offered(visit(updated))).toEqual([[2, "let sum = 1;"]]);
    expect(texts(visit())).toEqual({ 2: "let sum = 1;" });
  });

  test("can be used, and what it displaces is offered in turn", () => {
    visit().write(2, "let sum = 1;");
    const draft = visit(updated);
    draft.write(2, "let sum = 2;");
    draft.use(draft.earlier()[0]);
    expect(texts(draft)).toEqual({ 2: "let sum = 1;" });
    expect(offered(draft)).toEqual([[2, "let sum = 2;"]]);
  });

  test("is gone only when it is discarded", () => {
    visit().write(2, "let sum = 1;");
    const draft = visit(updated);
    draft.reset();
    expect(offered(draft)).toHaveLength(1);
    draft.discard(draft.earlier()[0]);
    expect(offered(visit(updated))).toEqual([]);
    expect(shelf.items.size).toBe(0);
  });

  test("is offered as well when the cell is gone", () => {
    visit().write(2, "let sum = 1;");
    expect(offered(visit([cells[1]]))).toEqual([[2, "let sum = 1;"]]);
  });
});

describe("edits of a link", () => {
  const shared = new Map([[3, "let order = 9;"]]);

  test("are in force for this page view alone, in place of the reader's own, which stay", () => {
    const draft = visit();
    draft.write(2, "let sum = 1;");
    draft.tryEdits(shared);
    expect(texts(draft)).toEqual({ 3: "let order = 9;" });
    expect(draft.isShared).toBe(true);
    expect(texts(visit())).toEqual({ 2: "let sum = 1;" });
  });

  test("go by Reset back to the reader's own, and come back by undo", () => {
    const draft = visit();
    draft.write(2, "let sum = 1;");
    draft.tryEdits(shared);
    const undo = draft.reset();
    expect(texts(draft)).toEqual({ 2: "let sum = 1;" });
    undo?.();
    expect(texts(draft)).toEqual({ 3: "let order = 9;" });
    draft.reset(3);
    expect(texts(draft)).toEqual({});
    expect(draft.isShared).toBe(true);
  });

  test("become the reader's own when something is typed on top, and what they displace is offered", () => {
    const draft = visit();
    draft.write(2, "let sum = 1;");
    draft.write(3, "let order = 2;");
    draft.tryEdits(shared);
    draft.write(3, "let order = 99;");
    expect(texts(visit())).toEqual({ 3: "let order = 99;" });
    expect(offered(visit()).sort()).toEqual([
      [2, "let sum = 1;"],
      [3, "let order = 2;"],
    ]);
  });

  test("are refused for a cell that cannot be edited", () => {
    expect(() => visit().tryEdits(new Map([[7, ""]]))).toThrow(/no cell 7 that can be edited/);
  });
});

describe("a browser that keeps nothing", () => {
  test("keeps edits in memory, and the reader is told", () => {
    shelf.refusal = new DOMException("full", "QuotaExceededError");
    const draft = visit();
    expect(draft.problem).toBeNull();
    draft.write(2, "let sum = 1;");
    expect(texts(draft)).toEqual({ 2: "let sum = 1;" });
    expect(draft.problem).toMatch(/is full, so your changes last only until this page is closed/);
  });

  test("may not even be asked", () => {
    const draft = new Draft(cells, new EditStore("a/b", null));
    expect(draft.problem).toMatch(/does not let the site keep anything/);
    draft.write(2, "let sum = 1;");
    expect(texts(draft)).toEqual({ 2: "let sum = 1;" });
  });

  test.each(["no JSON", '{"cell":2}', '[{"cell":2,"text":7},null,[]]'])(
    "holds nothing that is an edit: %s",
    (json) => {
      shelf.items.set("hot-path:edits:a/b", json);
      expect(texts(visit())).toEqual({});
      expect(offered(visit())).toEqual([]);
    },
  );
});
