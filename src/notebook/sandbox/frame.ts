import { abortError, WorkerError } from "../../bench/errors.ts";
import boot from "./boot.js?raw";
import { OPENING_MS } from "./limits.ts";

/** What the boot script may do: itself, WebAssembly, and workers from addresses that it makes. */
const POLICY = "default-src 'none'; script-src 'nonce-boot' 'wasm-unsafe-eval'; worker-src blob: data:";

/** What the frame shows. */
export const PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script nonce="boot">${boot}</script>`;

export interface Frame {
  port: MessagePort;
  remove(): void;
}

/**
 * Puts the frame into the page and hands it the script of its workers. Resolves when it has found how to start one.
 * Rejects with a WorkerError if it finds no way, and with an AbortError on abort.
 */
export async function openFrame(script: string, signal?: AbortSignal): Promise<Frame> {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.setAttribute("allow", "cross-origin-isolated");
  element.title = "Sandbox of edited code";
  element.ariaHidden = "true";
  element.tabIndex = -1;
  // rendered, and in view: Chromium gives a process whose frames are all out of sight less of the processor
  element.style.cssText =
    "position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; border: 0; opacity: 0";
  element.srcdoc = PAGE;
  const { port1: port, port2 } = new MessageChannel();
  const remove = () => {
    port.close();
    element.remove();
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(abortError());
  const timer = setTimeout(() => reject(failure("it did not answer")), OPENING_MS);
  signal?.addEventListener("abort", stop);
  element.onload = () => element.contentWindow?.postMessage(script, "*", [port2]);
  port.onmessage = ({ data }) => {
    if (data.failed) reject(failure("its frame can start no worker"));
    else resolve();
  };
  document.body.append(element);
  if (signal?.aborted) stop();
  try {
    await promise;
    return { port, remove };
  } catch (error) {
    remove();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

function failure(why: string): WorkerError {
  return new WorkerError(
    `The sandbox for edited code could not be opened: ${why}. Reload the page; if that does not help, use a current browser.`,
    "",
  );
}
