import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WorkerError } from "../../src/bench/errors.ts";
import { explain } from "../../src/bench/foreign/explain.ts";
import { functionText, specText } from "../../src/bench/foreign/spec-text.ts";
import type { Spec } from "../../src/bench/types.ts";

/** What a worker makes of a text: it sees globals only. */
const evaluate = (text: string) => new Function(`"use strict"; return ${text}`)();

function declared(x: number) {
  return x + 1;
}

describe("the text of a Spec", () => {
  const key = "computed";
  const object = {
    method(x: number) {
      return x + 1;
    },
    async later(x: number) {
      return x + 1;
    },
    "odd name": (x: number) => x + 1,
    [key](x: number) {
      return x + 1;
    },
  };

  it.each<[string, (x: number) => unknown]>([
    ["an arrow function", (x) => x + 1],
    ["a function", declared],
    ["a method", object.method],
    ["an arrow function under a quoted name", object["odd name"]],
  ])("gives back %s", (_, code) => {
    expect(evaluate(functionText(code, "f"))(2)).toBe(3);
  });

  it("gives back asynchronous functions", async () => {
    for (const code of [object.later, async (x: number) => x + 1])
      expect(await evaluate(functionText(code, "f"))(2)).toBe(3);
  });

  it("holds setup, check and variants, with their own setup", () => {
    const spec: Spec = {
      setup: ({ n }) => n,
      check: (value, input) => value === input,
      variants: {
        plain: (n) => n,
        prepared: { setup: (n) => [n], run: ([n]) => n },
        __proto__2: (n) => n,
      },
    };
    const copy = evaluate(`(${specText(spec)})`) as Spec;
    expect(Object.keys(copy.variants)).toEqual(["plain", "prepared", "__proto__2"]);
    expect(copy.setup?.({ n: 3 })).toBe(3);
    expect(copy.check?.(3, 4)).toBe(false);
    const { prepared } = copy.variants;
    if (typeof prepared === "function" || !prepared.setup) throw new Error("its setup is lost");
    expect(prepared.run(prepared.setup(5, {}))).toBe(5);
  });

  it("leaves out what was not given", () => {
    expect(evaluate(`(${specText({ variants: { a: () => 1 } })})`)).toMatchObject({
      setup: undefined,
      check: undefined,
    });
  });

  it.each([
    ["a built-in function", Math.sqrt],
    ["a bound function", (() => 1).bind(null)],
  ])("refuses %s by the field's name", (_, code) => {
    expect(() => specText({ variants: { root: code } })).toThrow(/^variants\.root: .*write \(input\) => …/);
  });

  it("refuses what is no function", () => {
    expect(() => functionText(3, "check")).toThrow("check: 3 is no function");
  });
});

describe("an error of a function that travelled", () => {
  it.each(["table is not defined", "Can't find variable: table"])("“%s” hands back the fix", (message) => {
    const error = explain(new WorkerError(message, "at blob:1:2", "ReferenceError"));
    expect(error).toMatchObject({ name: "ReferenceError", workerStack: "at blob:1:2" });
    expect((error as Error).message).toMatch(
      /^table is not known in the worker\..*pass table through params/,
    );
  });

  it("does not advise to pass the document", () => {
    const { message } = explain(new WorkerError("document is not defined", "", "ReferenceError")) as Error;
    expect(message).toMatch(/belongs to pages/);
  });

  it("says that a text with a syntax error is no function of its own", () => {
    const { message } = explain(new WorkerError("Uncaught SyntaxError: Unexpected token '{'", "")) as Error;
    expect(message).toMatch(/Unexpected token.*\(input\) => …/);
  });

  it("is left alone if it is of another kind", () => {
    const errors = [new WorkerError("x is null", "", "TypeError"), new DOMException("stopped", "AbortError")];
    expect(errors.map(explain)).toEqual(errors);
  });
});

describe("where workers start", () => {
  /** Workers that start from addresses with this beginning; the others fail as a policy makes them fail. */
  const workersFrom = (start: string, refusal: "throws" | "fails") =>
    class {
      onmessage?: () => void;
      onerror?: (event: { preventDefault(): void }) => void;
      constructor(url: string) {
        const allowed = start !== "" && url.startsWith(start);
        if (!allowed && refusal === "throws") throw new DOMException("refused", "SecurityError");
        queueMicrotask(() => (allowed ? this.onmessage?.() : this.onerror?.({ preventDefault() {} })));
      }
      terminate() {}
    };
  // a new copy each time, since it remembers what it found
  const findAddress = async () => (await import("../../src/bench/foreign/start.ts")).findAddress();

  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  it("is a blob", async () => {
    vi.stubGlobal("Worker", workersFrom("blob:", "fails"));
    expect((await findAddress())("1")).toMatch(/^blob:/);
  });

  it.each(["throws", "fails"] as const)("is a data address if a blob %s", async (refusal) => {
    vi.stubGlobal("Worker", workersFrom("data:", refusal));
    expect((await findAddress())('"ü"')).toBe("data:text/javascript;charset=utf-8,%22%C3%BC%22");
  });

  it("is nowhere under a policy without either, and the error says what to add", async () => {
    vi.stubGlobal("Worker", workersFrom("", "throws"));
    await expect(findAddress()).rejects.toThrow("add: worker-src blob:");
  });

  it("is nowhere without workers, and the error says where to go", async () => {
    vi.stubGlobal("Worker", undefined);
    await expect(findAddress()).rejects.toThrow("call bench in a page of a browser");
  });
});
