/** What a page may tell or ask its service worker. */
export type Message =
  /** the page at `address`, which names `list`, has been opened: keep it */
  | { type: "visited"; address: string; list: string }
  /** keep the page at `path` below the root; answered when it is kept */
  | { type: "keep"; path: string }
  /** add the headers of isolation to every page from now on, or no longer */
  | { type: "isolate"; on: boolean };

/** The answer to each message, which comes when all is done or has failed. */
export interface Answers {
  visited: undefined;
  keep: { kept: boolean };
  isolate: { done: true };
}

/** Asks a service worker and waits for its answer. */
export function ask<T extends Message["type"]>(
  worker: ServiceWorker,
  message: Extract<Message, { type: T }>,
): Promise<Answers[T]> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
}
