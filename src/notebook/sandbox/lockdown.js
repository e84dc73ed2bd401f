/**
 * The beginning of every worker of the sandbox, before harness and cells. It takes away every name that cells need not have,
 * so that what browsers add later stays out as well, and leaves one way to the page, which the harness alone keeps once
 * cells are evaluated. What it needs itself it takes first, because cells may change everything that they can reach. Block
 * comments only: the page joins the lines, so that the script begins on line 1 and errors tell its own lines.
 */
{
  const longestMessage = 2_000_000;
  const longestCopyMs = 250;
  const mostLines = 100;
  const longestLine = 1_000;
  const mostRejections = 100;
  const allowed = new Set(
    `AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date
    DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array
    Int32Array Int8Array InternalError Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError
    Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError URIError Uint16Array
    Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly constructor decodeURI decodeURIComponent
    encodeURI encodeURIComponent escape globalThis isFinite isNaN parseFloat parseInt undefined unescape
    AbortController AbortSignal ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy Crypto CryptoKey CustomEvent
    DOMException DecompressionStream Event EventTarget MessageChannel MessageEvent MessagePort Performance ReadableStream
    ReadableStreamBYOBReader ReadableStreamDefaultReader SubtleCrypto TextDecoder TextDecoderStream TextEncoder
    TextEncoderStream TransformStream URL URLSearchParams WritableStream WritableStreamDefaultWriter atob btoa clearInterval
    clearTimeout crossOriginIsolated crypto isSecureContext onmessage onmessageerror performance queueMicrotask scheduler
    self structuredClone`.split(/\s+/),
  );
  const { stringify } = JSON;
  const { isView } = ArrayBuffer;
  const isFiniteNumber = Number.isFinite;
  const { defineProperty, getPrototypeOf } = Object;
  const asText = String;
  const Failure = Error;
  const listOf = Array.from.bind(Array);
  const split = Function.prototype.call.bind(String.prototype.split);
  const slice = Function.prototype.call.bind(String.prototype.slice);
  const join = Function.prototype.call.bind(Array.prototype.join);
  const copyOf = structuredClone;
  const now = performance.now.bind(performance);
  const log = console.log.bind(console);
  const post = postMessage.bind(globalThis);
  const endWorker = close.bind(globalThis);
  const timers = { setTimeout, setInterval };
  const { hardwareConcurrency, userAgent, language } = navigator;
  const address = location.href;

  const refuse = (name) => {
    /* no arrow, so that it can be called with new */
    function refused() {
      throw new Failure(
        `${name} is out of reach: edited and shared code runs in a sandbox, without network, storage, eval and other workers.`,
      );
    }
    return refused;
  };
  const isFunction = (name) => {
    try {
      return typeof globalThis[name] === "function";
    } catch {
      return false;
    }
  };
  const replace = (owner, name, value) => defineProperty(owner, name, { value, configurable: true });

  for (
    let owner = globalThis;
    owner !== EventTarget.prototype && owner !== Object.prototype;
    owner = getPrototypeOf(owner)
  ) {
    for (const [name, { configurable }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      /* what the script itself declares is not configurable */
      if (allowed.has(name) || !configurable) continue;
      if (isFunction(name)) replace(owner, name, refuse(name));
      else defineProperty(owner, name, { get: refuse(name), configurable: true });
    }
  }
  replace(URL, "createObjectURL", refuse("URL.createObjectURL"));
  /* The policy forbids code from text as well, but tells the page's console of each try. */
  for (const written of [() => {}, async () => {}, function* () {}, async function* () {}])
    replace(getPrototypeOf(written), "constructor", refuse("Function"));
  replace(globalThis, "Function", Object.assign(refuse("Function"), { prototype: Function.prototype }));
  for (const [name, start] of Object.entries(timers)) {
    replace(globalThis, name, (task, ...rest) =>
      typeof task === "function" ? start(task, ...rest) : refuse(`${name} with a text`)(),
    );
  }
  replace(globalThis, "navigator", { hardwareConcurrency, userAgent, language });
  /* A cell may lie about its times, but not by one assignment. */
  defineProperty(performance, "now", { value: performance.now });

  let lines = 0;
  const say = (...values) => {
    lines += 1;
    if (lines <= mostLines) log(slice(join(listOf(values, asText), " "), 0, longestLine));
  };
  replace(globalThis, "console", { log: say, info: say, debug: say, warn: say, error: say });

  let ended = false;
  /* As text it has no getters, no cycles and no prototype, and its length is known at once. */
  const readable = (_key, value) => {
    if (typeof value === "number" && !isFiniteNumber(value)) return asText(value);
    return isView(value) ? listOf(value) : value;
  };
  /* It crosses the page's thread, which must not stand still. Not the copy: in WebKit a copy no longer shares memory. */
  const shareInput = (input) => {
    const start = now();
    copyOf(input);
    const ms = now() - start;
    if (ms > longestCopyMs)
      throw new Failure(`it takes ${ms} ms to copy, more than ${longestCopyMs}. Share memory instead.`);
    post({ input });
  };
  const send = (reply) => {
    if (ended) return;
    const { type } = reply;
    if (type === "input") {
      shareInput(reply.input);
      return;
    }
    const text = asText(join(split(stringify(reply, readable), address), "sandbox.js"));
    ended = type !== "ready";
    post(
      text.length <= longestMessage
        ? text
        : stringify({ type: "refused", reason: `it sent ${text.length} characters` }),
    );
  };
  replace(globalThis, "postMessage", send);

  addEventListener("message", (event) => {
    if (!event.isTrusted) event.stopImmediatePropagation();
    replace(globalThis, "postMessage", refuse("postMessage"));
  });
  /*
   * Errors and rejections that nobody handles go to the page's thread one by one: Firefox tells its console of each
   * rejection, at 6 us apiece, whatever is done here. So the first error and the 100th rejection end the worker.
   */
  const giveUp = (message, stack) => {
    send({ type: "error", name: "Error", message, stack });
    endWorker();
  };
  addEventListener("error", (event) => {
    event.preventDefault();
    let stack = "";
    try {
      stack = asText(event.error.stack);
    } catch {}
    giveUp(event.message, stack);
  });
  let rejections = 0;
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    rejections += 1;
    if (rejections === mostRejections)
      giveUp(`${mostRejections} promises were rejected, and nothing handled them.`, "");
  });
}
