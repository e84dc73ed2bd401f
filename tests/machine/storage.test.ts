// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentCard, forgetCard, keepCard, keptCard } from "../../src/notebook/machine/storage.ts";
import { goodCard } from "../record/good-record.ts";

const KEY = "hot-path:card";

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  forgetCard();
});

/** As browsers do where site data are blocked: to touch the storage throws. */
function block(): void {
  vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
}

describe("the card on this device", () => {
  it("is none at first, then the one that was kept, and none when deleted", () => {
    expect(keptCard()).toEqual({ state: "none", card: null });
    expect(keepCard(goodCard)).toBe(true);
    expect(keptCard()).toEqual({ state: "kept", card: goodCard });
    expect(currentCard()).toEqual(goodCard);
    forgetCard();
    expect(keptCard().state).toBe("none");
    expect(currentCard()).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  it("is replaced by a newer one", () => {
    keepCard(goodCard);
    keepCard({ ...goodCard, cores: 8 });
    expect(currentCard()?.cores).toBe(8);
    expect(localStorage.length).toBe(1);
  });

  it.each([
    ["of another version", JSON.stringify({ ...goodCard, schema: "hot-path/card.v0" })],
    ["cut off", JSON.stringify(goodCard).slice(0, 200)],
    ["written by somebody else", '{"__proto__":{"x":1},"html":"<script>"}'],
  ])("is not guessed at when it is %s", (_, text) => {
    localStorage.setItem(KEY, text);
    expect(keptCard()).toEqual({ state: "unreadable", card: null });
    expect(currentCard()).toBeNull();
    forgetCard();
    expect(keptCard().state).toBe("none");
  });

  it("lives as long as the page where storage is blocked, and nothing throws", () => {
    block();
    expect(keptCard()).toEqual({ state: "blocked", card: null });
    expect(keepCard(goodCard)).toBe(false);
    expect(currentCard()).toEqual(goodCard);
    forgetCard();
    expect(currentCard()).toBeNull();
  });

  it("lives as long as the page where storage is full", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(keepCard(goodCard)).toBe(false);
    expect(currentCard()).toEqual(goodCard);
  });
});
