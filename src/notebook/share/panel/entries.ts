import type { Figure } from "../figures.ts";
import { type Shared, sharedResults } from "../shared.ts";
import * as give from "./actions.ts";
import type { Teller } from "./teller.ts";

/** A button of the panel. */
export interface Entry {
  of: "notebook" | "figure";
  name: string;
  /** whether it gives away what was measured, which a model has not */
  measured?: true;
  /** @param figure the one that is chosen, where there is any */
  act: (shared: Shared, teller: Teller, figure: Figure) => Promise<void> | void;
}

export const entries: Entry[] = [
  {
    of: "notebook",
    name: "Copy link",
    async act(shared, { say, copyText }) {
      const link = await give.linkTo(shared, shared);
      if (link !== null) return copyText(link, "Link");
      say("The changes are too long for a link, which holds 32 KB. Save the notebook and send that file.");
    },
  },
  {
    of: "notebook",
    name: "Copy as text",
    act: async (shared, { copyText }) => copyText(await give.textOf(shared), "Text"),
  },
  {
    of: "figure",
    name: "Copy as PNG",
    act: (shared, { copyPicture }, figure) => copyPicture(give.pngClip(shared, figure), "PNG"),
  },
  {
    of: "figure",
    name: "Copy as SVG",
    act: (shared, { copyPicture }, figure) => copyPicture(give.svgClip(shared, figure), "SVG"),
  },
  {
    of: "figure",
    name: "Save PNG",
    async act(shared, { say }, figure) {
      await give.savePng(shared, figure);
      say("Saved the figure as a PNG.");
    },
  },
  {
    of: "figure",
    name: "Save SVG",
    async act(shared, { say }, figure) {
      await give.saveSvg(shared, figure);
      say("Saved the figure as an SVG.");
    },
  },
  {
    of: "notebook",
    name: "Save CSV",
    measured: true,
    act(shared, { say }) {
      if (sharedResults(shared).length === 0) return say("There is no result yet: Run makes one.");
      give.saveCsv(shared);
      say("Saved every number that was measured. “The harness”, in the reference, explains the columns.");
    },
  },
  {
    of: "notebook",
    name: "Save notebook",
    act(shared, { say }) {
      give.saveNotebook(shared);
      const kernels = shared.manifest.kernels.map(({ specifier }) => specifier);
      const beside = kernels.length > 0 ? ` It imports ${kernels.join(", ")}, which must lie beside it.` : "";
      say(`Saved the notebook, changes included, as a file of Observable Notebook Kit.${beside}`);
    },
  },
];
