// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import type { Result } from "../../src/bench/types.ts";
import { withCard } from "../../src/notebook/machine/attach.ts";
import { CARD_EVENT, type CardMade } from "../../src/notebook/machine/event.ts";
import { currentCard, forgetCard, keepCard } from "../../src/notebook/machine/storage.ts";
import type { NotebookRecord } from "../../src/notebook/record/record.ts";
import { parseRecord } from "../../src/notebook/record/shape.ts";
import { recordedOn } from "../../src/site/notebooks/describe.ts";
import { runSimulated, specOf } from "../bench/helpers.ts";
import { latency, memories, sizes } from "../bench/machine/synthetic-memory.ts";
import { goodCard } from "../record/good-record.ts";

const recordOf = (notebook: string, results: Record<string, Result>): NotebookRecord => ({
  schema: "hot-path/record.v1",
  notebook,
  recordedAt: "2026-11-27T12:00:00.000Z",
  machine: null,
  results,
});

function notebookElement(): HTMLElement {
  const element = document.createElement("div");
  element.dataset.manifest = "/book/_notebooks/cpu/one/manifest.abc.json";
  element.innerHTML = '<footer class="nb-machine"><p>Recorded somewhere.</p></footer>';
  return element;
}

const staircase = () =>
  runSimulated(specOf(["cycle"], { sweep: { bytes: sizes }, per: { what: "load", count: 2048 } }), {
    callNs: (_, bytes) => 2048 * latency(memories["128 KiB, 12 MiB"], bytes),
  });
const workers = () =>
  runSimulated(specOf(["alone"], { parallel: { workers: [1, 2] } }), { callNs: () => 1000 });

beforeEach(() => {
  localStorage.clear();
  forgetCard();
});

describe("a run of the card's notebook", () => {
  it("makes a card, keeps it, tells the page and puts it into the record", async () => {
    const notebook = notebookElement();
    const made: CardMade[] = [];
    notebook.addEventListener(CARD_EVENT, (event) => made.push((event as CustomEvent<CardMade>).detail));
    const plain = recordOf("machine/card", { staircase: await staircase(), workers: await workers() });
    const record = await withCard(notebook, plain);
    expect(record.card?.knees).toHaveLength(2);
    expect(record.card?.measuredAt).toBe(plain.recordedAt);
    expect(made).toEqual([{ card: record.card, stored: true }]);
    expect(currentCard()).toEqual(record.card);
    expect(notebook.querySelector(".nb-card"), "the card itself is on the page").toBeNull();
    expect(parseRecord(JSON.stringify(record))).toEqual(record);
  });

  it("makes none of half the results", async () => {
    const record = recordOf("machine/card", { workers: await workers() });
    expect(await withCard(notebookElement(), record)).toEqual(record);
    expect(currentCard()).toBeNull();
  });
});

describe("a run of another notebook", () => {
  it("leaves its record alone where there is no card", async () => {
    const notebook = notebookElement();
    const record = recordOf("cpu/one", { workers: await workers() });
    expect(await withCard(notebook, record)).toBe(record);
    expect(notebook.querySelector(".nb-card")).toBeNull();
  });

  it("carries the card of the device, and says in one line what it was measured on", async () => {
    keepCard(goodCard);
    const notebook = notebookElement();
    const results = { workers: await workers() };
    for (let run = 0; run < 2; ++run)
      expect((await withCard(notebook, recordOf("cpu/one", results))).card).toEqual(goodCard);
    const lines = [...notebook.querySelectorAll(".nb-machine > .nb-card")];
    expect(lines).toHaveLength(1);
    expect(lines[0].textContent).toMatch(
      /^Your run was measured on: Chromium 156 on Linux; .*Card of 20 November 2026\.$/,
    );
    expect(lines[0].querySelector("a")?.getAttribute("href")).toBe("/book/machine/");
  });
});

describe("the line below a notebook's recorded results", () => {
  it("tells the card of a contributed record, and not where the page shows the cards whole", async () => {
    const record = { ...recordOf("cpu/one", { workers: await workers() }), card: goodCard };
    expect(recordedOn({ recorded: [record] })).toMatch(
      /^Recorded 27 November 2026 on .* Measured on: Chromium 156 on Linux; /,
    );
    const shown = { ...record, notebook: "machine/card" };
    expect(recordedOn({ recorded: [shown] })).not.toContain("Measured on");
  });
});
