import { describe, expect, it, vi } from "vitest";
import { isCause } from "../../src/notebook/run/running-notebook.ts";
import { play } from "./notebooks.ts";

/** Waits until a reactive consequence has arrived. */
const soon = (assertion: () => void) => vi.waitFor(assertion, { timeout: 30_000, interval: 5 });

function set(control: Element | null, value: string): void {
  (control as HTMLInputElement).value = value;
  control?.dispatchEvent(new window.Event("input", { bubbles: true }));
}

describe("ordinary Notebook Kit notebooks run with the right values", () => {
  it("values: cells out of order, several outputs in one cell, destructuring, a hidden cell", async () => {
    const { text, failures } = await play("values");
    expect(failures).toEqual([]);
    expect(text(1)).toBe("4");
    expect(text(4)).toMatch(/again: 3.*first: 3/);
    expect(text(5)).toBe("");
  });

  it("typescript: interfaces, generics, assertions and satisfies", async () => {
    const { text } = await play("typescript");
    expect(text(1)).toBe("");
    expect(text(2)).toBe('"2 and 5"');
    expect(text(3)).toBe("3");
  });

  it("markdown: values, elements and lists of elements inside the text", async () => {
    const { text, output } = await play("markdown");
    expect(output(1).querySelector("h1")?.textContent).toBe("Costs of bread");
    expect(output(1).querySelector("strong")?.textContent).toBe("1.50");
    expect(output(1).querySelector("em")?.textContent).toBe("4");
    expect(text(1)).toContain("are 6.00.");
    expect([...output(3).querySelectorAll("li")].map((li) => li.textContent)).toEqual(["1", "4", "9"]);
    expect(text(4)).toBe("Fixed, with a ${dollar} and a backslash \\.");
    expect(output(4).firstElementChild?.tagName).toBe("P");
  });

  it("html: attributes, escaping and nested elements", async () => {
    const { text, output } = await play("html");
    expect(output(1).querySelector("p")?.className).toBe("cheap");
    expect(text(1)).toMatch(/^It is cheap & costs 2:/);
    expect([...output(1).querySelectorAll("li")].map((li) => li.textContent)).toEqual(["<tea>", "milk"]);
    expect(output(3).querySelector("b")?.textContent).toBe("fixed");
  });

  it("formula: TeX with values becomes MathML", async () => {
    const { output } = await play("formula");
    const math = output(1).querySelector("math");
    expect(math?.getAttribute("display")).toBe("block");
    expect(math?.querySelector("msup")?.textContent).toBe("c2");
    expect(output(3).querySelector("msqrt")?.textContent).toBe("2");
  });

  it("inputs: view gives the value now and after every change", async () => {
    const { text, output } = await play("inputs");
    expect(text(2)).toBe("9");
    expect(text(4)).toBe("Hello Ada, !!!");
    set(output(1).querySelector("input[type=range]"), "2");
    set(output(3).querySelector("input"), "Grace");
    await soon(() => expect(text(2)).toBe("4"));
    await soon(() => expect(text(4)).toBe("Hello Grace, !!"));
  });

  it("mutable: a value changed by a function of its own cell", async () => {
    const { text, output } = await play("mutable");
    expect(text(3)).toBe('"clicked 10"');
    output(2).querySelector("button")?.click();
    await soon(() => expect(text(3)).toBe('"clicked 11"'));
  });

  it("generators: other cells follow the last value yielded", async () => {
    const { text } = await play("generators");
    await soon(() => expect(text(2)).toBe("30"));
    await soon(() => expect(text(4)).toBe('"last"'));
  });

  it("promises: other cells see what they resolve to", async () => {
    const { text } = await play("promises");
    expect(text(2)).toBe("43");
    expect(text(4)).toMatch(/84.*"done"/);
  });

  it("invalidation: resolves before the cell is evaluated again, and when the notebook is disposed of", async () => {
    const { text, output, notebook } = await play("invalidation");
    expect(text(4)).toBe('"start 1"');
    set(output(1).querySelector("input[type=range]"), "6");
    await soon(() => expect(text(4)).toBe('"start 1, end 1, start 6"'));
    notebook.dispose();
  });

  it("display: several values, its own value passed on, no display of programs", async () => {
    const { text, output } = await play("display");
    expect([...output(1).querySelectorAll("p")].map((p) => p.textContent)).toEqual(["one", "two"]);
    expect(text(2)).toBe("2021");
    expect(text(3)).toBe("");
    expect(text(4)).toMatch(/n: 7/);
  });

  it("imports: npm: and bare names, namespaces, renamed imports, shared with other cells", async () => {
    const { text, output, failures } = await play("imports");
    expect(failures).toEqual([]);
    expect(output(2).querySelectorAll("svg circle")).toHaveLength(3);
    expect(output(4).querySelector("b")?.textContent).toBe("b");
    expect(text(1)).toBe("");
  });

  it("named outputs: the output attribute names the value of a template cell", async () => {
    const { text } = await play("named-outputs");
    expect(text(1)).toBe("box 5");
    expect(text(2)).toBe('"5!"');
  });

  it("failures: an error is placed in its own line, and cells that do not depend on it go on", async () => {
    const { text, failures, place } = await play("failures");
    const causes = failures.filter(isCause);
    expect(causes.map(({ cell }) => cell.id)).toEqual([2]);
    expect((causes[0].error as Error).message).toMatch(/undefined \(reading 'length'\)/);
    expect(place(causes[0])).toBe("9:33");
    expect(failures.map(({ cell }) => cell.id).sort()).toEqual([2, 3]);
    expect(text(4)).toBe("2");
  });
});
