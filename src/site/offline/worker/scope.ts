import { cacheName, type Cache as Kind } from "../names.ts";

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** The part of a service worker's global scope that is used here: TypeScript's own types for it exclude those of a page. */
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: true }): Promise<unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent & Extendable) => void): void;
}

export const scope = globalThis as unknown as Scope;

/** Address of the book's root, with a slash at the end. */
export const root = scope.registration.scope;

export const at = (path: string): string => new URL(path, root).href;

/** Address under which a page is kept: without query and fragment, and with the slash that hosts add. */
export function pageAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, "/").replace(/\/[^/.]+$/, "$&/");
}

export const open = (kind: Kind): Promise<Cache> => caches.open(cacheName(root, kind));

/** One after the other, over all service workers of this book: two versions of it may live for a moment. */
export function alone<T>(task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(cacheName(root, "files"), task) as Promise<T>;
}
