/**
 * The generators of Observable's standard library that notebooks here may use. The runtime pulls each at most
 * once per animation frame; values in between are skipped.
 */

type Change<T> = (value: T) => void;

/**
 * Turns callbacks into an async generator: `initialize` gets a function to call with every new value and may
 * return a function that disposes of what it set up. Only the latest value is kept.
 */
export function observe<T>(
  initialize: (change: Change<T>) => (() => void) | undefined,
): AsyncGenerator<T, void> {
  let latest: T;
  let fresh = false;
  let waiting: ((result: IteratorResult<T, void>) => void) | undefined;
  let ended = false;
  const dispose = initialize((value) => {
    latest = value;
    fresh = true;
    waiting?.(take());
    return value;
  });
  function take(): IteratorResult<T, void> {
    fresh = false;
    waiting = undefined;
    return { done: false, value: latest };
  }
  function end(): Promise<IteratorResult<T, void>> {
    if (!ended) dispose?.();
    ended = true;
    waiting?.({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }
  return {
    next: () =>
      ended ? end() : fresh ? Promise.resolve(take()) : new Promise((resolve) => (waiting = resolve)),
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

const elements = new WeakMap<object, HTMLElement>();

/** The element that `input` made this value of. */
export function inputElement(value: unknown): HTMLElement | undefined {
  return typeof value === "object" && value !== null ? elements.get(value) : undefined;
}

/** The value of an input element, now and after every change. */
export function input(element: HTMLElement): AsyncGenerator<unknown, void> {
  const generator = observe<unknown>((change) => {
    const event = changeEvent(element);
    const changed = () => void change(currentValue(element));
    element.addEventListener(event, changed);
    const first = currentValue(element);
    if (first !== undefined) change(first);
    return () => element.removeEventListener(event, changed);
  });
  elements.set(generator, element);
  return generator;
}

/** What an element dispatches when its reader changes it. */
export function changeEvent(element: HTMLElement): string {
  const type = (element as HTMLInputElement).type;
  if (type === "button" || type === "submit" || type === "checkbox") return "click";
  return type === "file" ? "change" : "input";
}

/** What an element is worth to the cells. */
export function currentValue(element: HTMLElement): unknown {
  const control = element as HTMLInputElement;
  switch (control.type) {
    case "range":
    case "number":
      return control.valueAsNumber;
    case "date":
      return control.valueAsDate;
    case "checkbox":
      return control.checked;
    case "file":
      return control.multiple ? control.files : control.files?.[0];
    case "select-multiple":
      return Array.from((element as unknown as HTMLSelectElement).selectedOptions, (option) => option.value);
    default:
      return control.value;
  }
}

/** A value that its own cell may change by assigning to `.value`. */
export function Mutable<T>(value?: T): AsyncGenerator<T, void> & { value: T | undefined } {
  let change: Change<T> | undefined;
  const generator = observe<T>((c) => {
    change = c;
    if (value !== undefined) c(value);
    return undefined;
  });
  return Object.defineProperty(generator, "value", {
    get: () => value,
    set: (next: T) => {
      value = next;
      change?.(next);
    },
  }) as AsyncGenerator<T, void> & { value: T | undefined };
}

/** The time in milliseconds, on every frame. */
export async function* now(): AsyncGenerator<number, void> {
  for (;;) yield Date.now();
}

/** Width of the notebook's column in CSS pixels, now and whenever it changes. */
export function width(element: Element): AsyncGenerator<number, void> {
  return observe<number>((change) => {
    change(element.clientWidth || 640);
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => change(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  });
}

/** True while the page is dark. */
export function dark(): AsyncGenerator<boolean, void> {
  const root = document.documentElement;
  const isDark = () => root.dataset.theme === "dark";
  return observe<boolean>((change) => {
    change(isDark());
    if (typeof MutationObserver === "undefined") return undefined;
    const observer = new MutationObserver(() => change(isDark()));
    observer.observe(root, { attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  });
}
