/**
 * Keeps for reading without a network what the reader has opened. It holds no list of its own of what a page needs: each
 * page names its list, so that any version of this worker can keep and serve any version of a page, and a new one takes
 * over at once. Pages come from the network if there is one; files have a hash in their names and are never out of date.
 */
import type { Answers, Message } from "../messages.ts";
import { notKeptPage } from "../names.ts";
import { chooseIsolation } from "./isolation.ts";
import { keepPage, keepShared, removeUnused } from "./keep.ts";
import { registerRoutes } from "./routes.ts";
import { alone, pageAddress, root, scope } from "./scope.ts";

const handlers: { [T in Message["type"]]: (message: Extract<Message, { type: T }>) => Promise<Answers[T]> } =
  {
    async visited({ address, list }) {
      await alone(async () => {
        const kept = await keepPage(pageAddress(address).slice(root.length));
        await keepShared();
        // another tab, or this one if a new build came out meanwhile, may still load files of the version it shows
        const tabs = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
        if (kept === list && tabs.length === 1) await removeUnused();
      });
    },
    async keep({ path }) {
      await alone(async () => {
        await keepPage(path);
        await keepShared();
      });
      return { kept: true };
    },
    async isolate({ on }) {
      await chooseIsolation(on);
      return { done: true };
    },
  };

/** Answers where something cannot be had, as without a network. */
const refusals: { [T in Message["type"]]?: Answers[T] } = { keep: { kept: false } };

registerRoutes();

scope.addEventListener("install", (event) => {
  event.waitUntil(alone(() => keepPage(notKeptPage)).then(() => scope.skipWaiting()));
});

scope.addEventListener("activate", (event) => {
  // from now on the network is asked for a page while this worker is still being started
  const preload = scope.registration.navigationPreload?.enable();
  event.waitUntil(Promise.all([preload, scope.clients.claim()]));
});

scope.addEventListener("message", (event) => {
  const message: Message = event.data;
  const handle = handlers[message.type] as (message: Message) => Promise<unknown>;
  const answered = handle(message)
    .catch(() => refusals[message.type])
    .then((answer) => event.ports[0]?.postMessage(answer));
  event.waitUntil(answered);
});
