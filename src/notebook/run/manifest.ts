import type { Manifest } from "../compile/write.ts";

const loaded = new WeakMap<Element, Promise<Manifest>>();

/** Address of a notebook's manifest; those in it are relative to its folder. */
export function manifestAddress(element: HTMLElement): URL {
  return new URL(element.dataset.manifest ?? "", document.baseURI);
}

/** What the build knows of a notebook, loaded once; after a failure the next call tries again. */
export function manifestOf(element: HTMLElement): Promise<Manifest> {
  const manifest = loaded.get(element) ?? load(manifestAddress(element));
  loaded.set(element, manifest);
  manifest.catch(() => loaded.delete(element));
  return manifest;
}

async function load(address: URL): Promise<Manifest> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${address.pathname}`);
  return response.json();
}
