import { pack, unpack } from "./deflate.ts";
import { LONGEST_FRAGMENT, MOST_BYTES } from "./limits.ts";
import { isEmpty, type LinkState, readState, writeState } from "./state.ts";

/**
 * A link to a changed notebook: `#nb=<notebook id>&s=<base64url(deflate-raw(JSON))>`, the JSON being
 * `{v: 1, hash, inputs: [[name, value], …], cells: [[id, text], …]}`. Everything stands in the fragment, which no browser sends
 * to a server. Without changes it is `#nb=<notebook id>`.
 */

/** What a fragment says, or why it says nothing, as a sentence for the reader. */
export type Opened = { id: string; state: LinkState | null } | { id: string | null; refusal: string };

/** "branches/sorted-vs-random": as the folders and files of notebooks are named. */
const FORM = /^#nb=([a-z0-9][a-z0-9-]{0,80}\/[a-z0-9][a-z0-9-]{0,80})(?:&s=(.*))?$/s;

/**
 * Lone surrogates in a cell become U+FFFD, as they do in a worker's script.
 * @returns the fragment, or null if it would be longer than 32 KB
 */
export async function writeLink(id: string, { cells, ...state }: LinkState): Promise<string | null> {
  if (isEmpty({ cells, ...state })) return `#nb=${id}`;
  const json = writeState({ ...state, cells: cells.map(([cell, text]) => [cell, text.toWellFormed()]) });
  if (new TextEncoder().encode(json).length > MOST_BYTES) return null;
  const fragment = `#nb=${id}&s=${await pack(json)}`;
  return fragment.length > LONGEST_FRAGMENT ? null : fragment;
}

/** Reads the fragment of an address. Rejects for no fragment whatsoever. */
export async function readLink(fragment: string): Promise<Opened> {
  if (fragment.length > LONGEST_FRAGMENT)
    return { id: null, refusal: "The link is longer than 32 KB, which no link of this book is." };
  const [, id, packed] = FORM.exec(fragment) ?? [];
  if (id === undefined) return { id: null, refusal: damaged };
  if (packed === undefined) return { id, state: null };
  const json = await unpack(packed, MOST_BYTES);
  const state = json === null ? null : readState(json);
  if (state === "newer")
    return { id, refusal: "The link was made by a later version of this book. Reload the page to get it." };
  return state ? { id, state } : { id, refusal: damaged };
}

const damaged =
  "The link is incomplete or was changed on its way, so nothing of it is used. Copy it once more, to its very end.";
