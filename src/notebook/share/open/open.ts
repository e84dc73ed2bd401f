import { editingOf } from "../../edit/editing.ts";
import type { HotNotebook } from "../../run/element.ts";
import { readLink } from "../link/link.ts";
import { isEmpty, type LinkState } from "../link/state.ts";
import { refuse } from "./banner.ts";
import { offerCode } from "./offer-code.ts";
import { setInputs } from "./set-inputs.ts";

/**
 * Opens what the fragment of the address says. Nothing runs and no worker is loaded by it: code that somebody else changed is
 * offered in a banner; inputs, which can hold only what their own controls allow, are set.
 */
export async function openLink(fragment: string): Promise<void> {
  const opened = await readLink(fragment);
  const notebook = find(opened.id) ?? document.querySelector<HotNotebook>("hot-notebook");
  if (!notebook) return;
  const sentence = "refusal" in opened ? opened.refusal : problem(notebook, opened.id, opened.state);
  if (sentence !== null) return refuse(notebook, sentence);
  const { state } = opened as { state: LinkState | null };
  if (state === null || isEmpty(state)) notebook.scrollIntoView();
  else if (state.cells.length > 0) offerCode(notebook, state);
  else await setInputs(notebook, state);
}

function find(id: string | null): HotNotebook | null {
  return id === null ? null : document.querySelector(`hot-notebook[notebook="${CSS.escape(id)}"]`);
}

/** Why a link that can be read is of no use here. */
function problem(notebook: HotNotebook, id: string, state: LinkState | null): string | null {
  if (notebook.getAttribute("notebook") !== id)
    return `The link is to the notebook “${id}”, which is not on this page.`;
  const { cells } = editingOf(notebook).draft;
  const known = state?.cells.filter(([cell]) => cells.has(cell)) ?? [];
  if (state === null || known.length === state.cells.length) return null;
  if (state.hash === notebook.dataset.version)
    return "The link changes code that cannot be changed here, so nothing of it is used.";
  return known.length === 0 && state.inputs.length === 0
    ? "The link was made for another version of this notebook, and this one has none of the code that it changes."
    : null;
}
