/**
 * The only script of the sandbox's frame. It is trusted: the cells never run here but in workers that it starts, and
 * what those say goes to the page as text, counted and bounded. It runs as it is written: the page's policy names its hash.
 *
 *     page                         frame (this)                        workers (cells)
 *      ├─ script, port ─────────────►│ finds how a worker starts           │
 *      │◄──────────────────── {} ────┤                                     │
 *      ├─ { id, message } ──────────►├─ starts one if need be, message ───►│
 *      │◄─────────── { id, text } ───┤◄──────────── text ──────────────────┤
 *      │                             │◄──────────── { input } ─────────────┤ the leader of a team;
 *      │                             ├───────────── { input } ────────────►│ to its mates, since shared memory
 *      ├─ { id } ───────────────────►├─ ends it                            │ cannot reach the page
 */

/** A worker says three things at most: input, ready, and done or error. */
const MOST_MESSAGES = 4;
const LONGEST_MESSAGE = 2_000_000;
/** ms in which a worker says hello on a busy phone */
const HELLO_MS = 5_000;

/** How a script reaches a worker. WebKit starts none from a blob in a sandboxed frame, Chromium isolates none from data. */
const addresses = [
  (script) => URL.createObjectURL(new Blob([script], { type: "text/javascript" })),
  (script) => `data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`,
];

const workers = new Map();

addEventListener("message", begin);

async function begin({ data: script, source, ports: [port] }) {
  if (source !== parent || !port) return;
  removeEventListener("message", begin);
  const makeAddress = await firstThatStarts();
  if (!makeAddress) return port.postMessage({ failed: true });
  const address = makeAddress(script);
  port.onmessage = ({ data: { id, message } }) => {
    if (message === undefined) end(id);
    else tell(port, address, id, message);
  };
  port.onmessageerror = () => {
    for (const id of workers.keys()) fail(port, id, "a value from the page cannot travel into the sandbox");
  };
  port.postMessage({});
}

async function firstThatStarts() {
  for (const makeAddress of addresses) if (await saysHello(makeAddress("postMessage(0)"))) return makeAddress;
}

function saysHello(address) {
  return new Promise((resolve) => {
    const worker = new Worker(address);
    const settle = (started) => {
      worker.terminate();
      resolve(started);
    };
    setTimeout(settle, HELLO_MS, false);
    worker.onmessage = () => settle(true);
    worker.onerror = (event) => {
      event.preventDefault();
      settle(false);
    };
  }).catch(() => false);
}

function tell(port, address, id, message) {
  try {
    if (!workers.has(id)) workers.set(id, start(port, address, id));
    workers.get(id).postMessage(message);
  } catch (error) {
    fail(port, id, String(error));
  }
}

function start(port, address, id) {
  const worker = new Worker(address);
  let messages = 0;
  worker.onmessage = ({ data }) => {
    messages += 1;
    if (messages > MOST_MESSAGES) fail(port, id, `it sent more than ${MOST_MESSAGES} messages`);
    else if (typeof data !== "string") share(port, id, data);
    else if (data.length > LONGEST_MESSAGE) fail(port, id, `it sent ${data.length} characters`);
    else port.postMessage({ id, text: data });
  };
  worker.onmessageerror = () => fail(port, id, "what it sent cannot be read");
  worker.onerror = (event) => {
    event.preventDefault();
    const { message = "", lineno, colno } = event;
    const text = message || "The script could not be loaded or has a syntax error.";
    port.postMessage({
      id,
      text: JSON.stringify({
        type: "error",
        name: "SyntaxError",
        message: text.slice(0, LONGEST_MESSAGE / 10),
        stack: lineno ? `at sandbox.js:${lineno}:${colno}` : "",
      }),
    });
  };
  return worker;
}

function share(port, id, data) {
  const message = { type: "input", input: data?.input };
  try {
    for (const [other, worker] of workers) if (other !== id) worker.postMessage(message);
  } catch (error) {
    fail(port, id, String(error));
  }
}

function fail(port, id, reason) {
  end(id);
  port.postMessage({ id, text: JSON.stringify({ type: "refused", reason: reason.slice(0, 1000) }) });
}

function end(id) {
  workers.get(id)?.terminate();
  workers.delete(id);
}
