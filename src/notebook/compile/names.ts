/** Names that a cell may use without declaring them. */

/** The part of Notebook Kit's standard library that this book provides. All of them need the page. */
export const pageBuiltins = new Set([
  "display",
  "view",
  "Mutable",
  "Generators",
  "invalidation",
  "visibility",
  "width",
  "now",
  "dark",
  "html",
  "svg",
  "htl",
  "md",
  "tex",
  "Plot",
  "Inputs",
]);

/** Notebook Kit's names that would fetch from elsewhere or need a server; refused by name. */
export const absentBuiltins = new Set(
  "DatabaseClient DOM FileAttachment Files Interpreter Promises Secret DuckDBClient React ReactDOM Arrow L _ aq d3 dot duckdb echarts mapboxgl mermaid topojson vl aapl alphabet cars citywages diamonds flare industries miserables olympians penguins pizza weather".split(
    " ",
  ),
);

/** Globals that exist on a page and not in a worker: a cell that uses one stays on the page. */
export const pageGlobals = new Set(
  "document window localStorage sessionStorage requestAnimationFrame cancelAnimationFrame devicePixelRatio history screen alert Image AudioContext HTMLElement Element Node Text DocumentFragment ResizeObserver IntersectionObserver MutationObserver matchMedia getComputedStyle".split(
    " ",
  ),
);

/** Globals of a worker beyond what Notebook Kit lists, so that a misspelt name can be told from a real one. */
const webGlobals =
  "AbortController AbortSignal AggregateError Atomics BigInt64Array BigUint64Array BroadcastChannel ByteLengthQueuingStrategy Cache CloseEvent CompressionStream CountQueuingStrategy CryptoKey DOMException DOMMatrix DOMPoint DOMRect DecompressionStream EncodedVideoChunk ErrorEvent Event EventSource EventTarget FileReaderSync FinalizationRegistry Float16Array FormData IDBCursor IDBDatabase IDBKeyRange IDBRequest ImageBitmap Iterator Lock MessageChannel MessageEvent MessagePort OffscreenCanvas Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver PromiseRejectionEvent ReadableStream ReadableStreamBYOBReader Request Response Scheduler SharedArrayBuffer StorageManager SubtleCrypto TextDecoderStream TextEncoderStream TransformStream URLSearchParams WeakRef WebAssembly WebTransport WorkerGlobalScope WorkerNavigator WritableStream XMLHttpRequest caches clearImmediate createImageBitmap crossOriginIsolated globalThis indexedDB isSecureContext location origin postMessage queueMicrotask reportError scheduler self structuredClone";

export const globals = new Set(webGlobals.split(" "));
