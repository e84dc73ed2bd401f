import { words } from "../../../bench/experiment/settings.ts";
import { originalsOf } from "../../edit/originals.ts";
import { manifestOf } from "../../run/manifest.ts";
import type { LinkState } from "../link/state.ts";
import { make } from "../panel/dom.ts";
import { diffView } from "./diff-view.ts";
import { visible } from "./visible.ts";

/** What a link would change, to be looked at. Only the texts of the notebook are loaded: nothing runs. */
export async function changesView(notebook: HTMLElement, { inputs, cells }: LinkState): Promise<Node[]> {
  const manifest = await manifestOf(notebook);
  const originals = originalsOf(manifest);
  const diffs = cells.map(([id, text]) => {
    const { name = "", line } = manifest.cells.find((cell) => cell.id === id) ?? {};
    return diffView(`${name}, from line ${line} of ${manifest.file}`, originals.get(id) ?? "", text);
  });
  const set = inputs.map(([name, value]) => `${name} = ${visible(words(value))}`).join(", ");
  return [...(set ? [make("p", {}, `Inputs: ${set}`)] : []), ...diffs];
}
