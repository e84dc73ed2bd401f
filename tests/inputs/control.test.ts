// @vitest-environment jsdom
import * as Inputs from "@observablehq/inputs";
import { describe, expect, it } from "vitest";
import { serialise } from "../../src/notebook/render/serialise.ts";
import {
  type Control,
  isControl,
  labelOf,
  readControl,
  shownValue,
  writeControl,
} from "../../src/notebook/run/inputs/control.ts";
import { hasChanged } from "../../src/notebook/run/inputs/has-changed.ts";
import { NotebookInputs } from "../../src/notebook/run/inputs/inputs.ts";
import { input } from "../../src/notebook/run/library/generators.ts";
import { carryInputs, stillInputs } from "../../src/notebook/run/static-inputs.ts";
import type { InputValue } from "../../src/notebook/share/link/state.ts";

const big = { name: "big", size: 2 ** 20 };
const small = { name: "small", size: 2 };
const objects = new Map([
  ["a big one", big],
  ["a small one", small],
]);

/** Makes a control, and says what it has, what it can be set to, how it shows that, and what it must refuse. */
const controls: [string, () => Control, InputValue, InputValue, string, unknown[]][] = [
  [
    "a slider",
    () => Inputs.range([0, 10], { value: 5, step: 1, label: "steps" }),
    5,
    7,
    "7",
    [11, -1, 6.5, "7", true, [7], Number.NaN],
  ],
  [
    "a slider of powers",
    () => Inputs.range([2, 2048], { value: 40, step: 1, transform: Math.log2 }),
    40,
    1000,
    "1,000",
    [1, 4096, 3.5],
  ],
  [
    "a slider of fractions",
    () => Inputs.range([0, 1], { value: 0.5, step: 0.01 }),
    0.5,
    0.57,
    "0.57",
    [0.575, 2],
  ],
  ["a number", () => Inputs.number([1, 100], { value: 3, step: 1 }), 3, 99, "99", ["x", 1e9]],
  [
    "a select",
    () => Inputs.select([4, 1024], { value: 1024, format: (x: number) => `${x} B` }),
    1024,
    4,
    "4 B",
    [5, "4", null, [4]],
  ],
  [
    "a select of objects",
    () => Inputs.select(objects, { value: big }),
    "a big one",
    "a small one",
    "a small one",
    ["small", 1],
  ],
  [
    "a select of several",
    () => Inputs.select(["a", "b", "c"], { multiple: true, value: ["a"] }),
    ["a"],
    ["b", "c"],
    "b, c",
    ["b", ["d"], 5],
  ],
  [
    "radio buttons",
    () => Inputs.radio(["a", "b"], { value: "a", label: "which" }),
    "a",
    "b",
    "b",
    ["c", true],
  ],
  ["boxes", () => Inputs.checkbox(["a", "b"], { value: ["a"] }), ["a"], ["a", "b"], "a, b", ["a", ["c"], 5]],
  ["a toggle", () => Inputs.toggle({ label: "twice", value: true }), true, false, "off", [0, "no"]],
  ["a text", () => Inputs.text({ value: "x", pattern: "[a-z]*" }), "x", "yes", "yes", [5, "NO"]],
  ["a text without a form", () => plain('<input value="x" pattern="[a-z]*">'), "x", "y", "y", [5, "<b>"]],
  [
    "a slider without a form",
    () => plain('<input type="range" min="0" max="9" value="1">'),
    1,
    3,
    "3",
    [10, "3", 0.5],
  ],
  [
    "a number without a form",
    () => plain('<input type="number" min="0" max="9" value="1">'),
    1,
    9,
    "9",
    [10, 0.5],
  ],
  ["a box without a form", () => plain('<input type="checkbox">'), false, true, "on", ["true", 1]],
  [
    "a select without a form",
    () => plain("<select><option>a<option>b<option disabled>c</select>"),
    "a",
    "b",
    "b",
    ["c", "d", 1],
  ],
];

function plain(html: string): Control {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder.firstElementChild as unknown as Control;
}

describe.each(controls)("%s", (_, make, first, next, shown, wrong) => {
  it("is read, set and shown", () => {
    const control = make();
    document.body.append(control);
    let told = 0;
    for (const type of ["input", "click"]) control.addEventListener(type, () => (told += 1));
    expect(isControl(control)).toBe(true);
    expect(readControl(control)).toEqual(first);
    expect(writeControl(control, next)).toBe(true);
    expect(readControl(control)).toEqual(next);
    expect(shownValue(control)).toBe(shown);
    expect(told, "the cells were not told").toBeGreaterThan(0);
  });

  it("refuses what its own range and options do not have, and stays as it was", () => {
    const control = make();
    for (const value of wrong) {
      expect([value, writeControl(control, value as InputValue)]).toEqual([value, false]);
      expect([value, readControl(control)]).toEqual([value, first]);
    }
  });
});

it("a disabled control is not set", () => {
  const control: Control = Inputs.range([0, 10], { value: 5, step: 1, disabled: true });
  expect(writeControl(control, 7)).toBe(false);
});

it("buttons, tables, files, free text and what holds objects are no inputs", () => {
  for (const element of [
    Inputs.button("Go"),
    Inputs.table([{ a: 1 }]),
    Inputs.file(),
    Inputs.search([{ a: 1 }]),
    Inputs.search(["a", "b"]),
    Inputs.text({ value: "x" }),
    Inputs.textarea({ value: "x" }),
    Inputs.password({ value: "x" }),
    document.createElement("div"),
  ])
    expect(isControl(element)).toBe(false);
});

it("a label is what stands beside the control", () => {
  expect(labelOf(Inputs.range([0, 1], { label: "steps" }))).toBe("steps");
  expect(labelOf(Inputs.radio(["a", "b"], { label: "which" }))).toBe("which");
  expect(labelOf(Inputs.range([0, 1]))).toBe("");
});

describe("the inputs of a notebook", () => {
  function notebook() {
    const inputs = new NotebookInputs();
    const n: Control = Inputs.range([0, 10], { value: 5, step: 1, label: "steps" });
    const size: Control = Inputs.select([4, 1024], { value: 4, format: (x: number) => `${x} B` });
    document.body.replaceChildren(n, size);
    inputs.note("size", input(size));
    inputs.note("n", input(n));
    inputs.note("button", input(Inputs.button("Go")));
    inputs.note("x", 5);
    return { inputs, n, size };
  }

  it("are known by the names of the cells' values, in the order of the page", () => {
    const { inputs } = notebook();
    expect(inputs.values()).toEqual([["n", 5], ["size", 4]]); // biome-ignore format: one line
    expect(inputs.settings(new Set(["size", "other"])).map(({ name }) => name)).toEqual(["size"]);
  });

  it("know whether they are as at first, and how a value was shown", () => {
    const { inputs } = notebook();
    expect(inputs.areChanged()).toBe(false);
    expect(inputs.set([["size", 1024]])).toEqual([]);
    expect(inputs.areChanged()).toBe(true);
    const [, size] = inputs.settings();
    expect([4, 1024].map(size.words)).toEqual(["4 B", "1024 B"]);
    inputs.set([["size", 4]]);
    expect(inputs.areChanged()).toBe(false);
  });

  it("set what fits and name what does not", () => {
    const { inputs } = notebook();
    const values: [string, InputValue][] = [["n", 7], ["size", 5], ["gone", 1]]; // biome-ignore format: one line
    expect(inputs.set(values)).toEqual(["size", "gone"]);
    expect(inputs.values()).toEqual([["n", 7], ["size", 4]]); // biome-ignore format: one line
  });
});

describe("inputs that were changed before the cells were alive", () => {
  /** As the build renders it: the state stands in attributes. */
  function rendered(live: HTMLElement): HTMLElement {
    const still = document.createElement("div");
    still.append(live);
    still.innerHTML = serialise(still);
    return still;
  }

  /** What the build rendered, then used by the reader, and the live inputs in its place. */
  async function carried(make: () => HTMLElement, use: (still: HTMLElement) => void): Promise<Control> {
    const still = rendered(make());
    document.body.replaceChildren(still);
    still.querySelector<HTMLElement>("input, select")?.focus();
    const inputs = await stillInputs([still]);
    // the reader goes on until the live ones stand there
    use(still);
    const live = make();
    still.replaceChildren(live);
    carryInputs(inputs, [still]);
    expect(document.activeElement).toBe(live.querySelector("input, select"));
    return live as Control;
  }
  const slider = () => Inputs.range([0, 10], { value: 5, step: 1 });

  it.each<[string, () => HTMLElement, (still: HTMLElement) => void, unknown]>([
    ["a slider", slider, (still) => set(still, "[type=range]", "7"), 7],
    ["the number beside a slider", slider, (still) => set(still, "[type=number]", "7"), 7],
    ["nothing", slider, () => {}, 5],
    ["a select", () => Inputs.select([1, 2], { value: 1 }), (still) => set(still, "select", "1"), 2],
    [
      "a toggle",
      () => Inputs.toggle({ value: false }),
      (still) => still.querySelector("input")?.click(),
      true,
    ],
    [
      "radio buttons",
      () => Inputs.radio(["a", "b"], { value: "a" }),
      (still) => still.querySelectorAll("input")[1].click(),
      "b",
    ],
  ])("%s", async (_, make, use, expected) => {
    expect((await carried(make, use)).value).toEqual(expected);
  });

  it("is none where nothing was touched", () => {
    for (const make of [
      slider,
      () => Inputs.toggle({ value: true }),
      () => Inputs.radio(["a", "b"], { value: "b" }),
    ]) {
      const parts = rendered(make()).querySelectorAll("input");
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) expect([part.type, hasChanged(part)]).toEqual([part.type, false]);
    }
  });

  function set(root: HTMLElement, selector: string, value: string): void {
    (root.querySelector(selector) as HTMLInputElement).value = value;
  }
});
