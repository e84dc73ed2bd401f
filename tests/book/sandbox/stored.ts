/** What the site keeps on the device, and what its other pages would hear. Functions that run in the page. */

/** Keeps something in every place, and begins to listen. */
export async function store(): Promise<void> {
  localStorage.setItem("kept", "1");
  sessionStorage.setItem("kept", "1");
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not in every engine
  document.cookie = "kept=1";
  await (await caches.open("kept")).put("/kept", new Response("1"));
  const request = indexedDB.open("kept", 3);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  request.result.close();
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  await folder?.getFileHandle("kept", { create: true });
  const heard: unknown[] = [];
  new BroadcastChannel("hot-path").onmessage = ({ data }) => heard.push(data);
  Object.assign(window, { heard });
}

/** All of it. */
export async function stored(): Promise<unknown> {
  const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
  const files: string[] = [];
  for await (const name of folder?.keys() ?? []) files.push(name);
  const { held = [], pending = [] } = await navigator.locks.query();
  return {
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`),
    files,
    locks: [...held, ...pending].map(({ name }) => name),
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    heard: (window as unknown as { heard: unknown[] }).heard,
    frames: document.querySelectorAll("iframe").length,
    text: document.body.textContent,
    title: document.title,
    address: location.href,
  };
}
