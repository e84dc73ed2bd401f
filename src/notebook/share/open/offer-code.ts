import { editingOf } from "../../edit/editing.ts";
import type { HotNotebook } from "../../run/element.ts";
import type { LinkState } from "../link/state.ts";
import { button } from "../panel/dom.ts";
import { dismiss, focusRun, openBanner } from "./banner.ts";
import { changesView } from "./changes.ts";

/** Code of somebody else: to be looked at, run in the sandbox, or thrown away. */
export function offerCode(notebook: HotNotebook, state: LinkState): void {
  const { cells } = editingOf(notebook).draft;
  const fitting = { ...state, cells: state.cells.filter(([id]) => cells.has(id)) };
  const lost = state.cells.length - fitting.cells.length;
  const names = fitting.cells.map(([id]) => cells.get(id)?.name ?? "");
  const sentences = [
    `This link brings changes that somebody made: ${brought(names, state.inputs.length)}. Nothing of it has run.`,
    ...(state.hash === notebook.dataset.version
      ? []
      : ["It was made for another version of this notebook, and may not fit the code as it is now."]),
    ...(lost > 0
      ? [`${lost === 1 ? "One change is" : `${lost} changes are`} left out: that code is gone.`]
      : []),
  ];
  const banner = openBanner(notebook);
  const view = button(
    "View changes",
    () => void attempt(() => banner.toggle(view, () => changesView(notebook, fitting))),
  );
  view.setAttribute("aria-expanded", "false");
  const run = button("Run in sandbox", () => void attempt(() => runLink(notebook, fitting, banner.close)));
  const discard = button("Discard", () => dismiss(notebook, banner));
  banner.show(sentences, view, run, discard);

  async function attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      banner.show([...sentences, `That did not work: ${(error as Error).message}.`], view, run, discard);
    }
  }
}

/** Puts the changes in force for this view; the notebook itself says so from then on, and Reset takes them back. */
async function runLink(notebook: HotNotebook, { inputs, cells }: LinkState, done: () => void): Promise<void> {
  const player = await notebook.played();
  await player.tryEdits(new Map(cells));
  const refused = await (await player.wake()).setInputs(inputs);
  done();
  focusRun(notebook);
  await player.run();
  if (refused.length > 0)
    notebook.say(`The notebook has no such value, so the link did not set: ${refused.join(", ")}.`);
}

/** "the code of sumAbove and order; 1 input" */
function brought(names: string[], inputs: number): string {
  const list = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return [
    ...(names.length > 0 ? [`the code of ${list}`] : []),
    ...(inputs > 0 ? [inputs === 1 ? "1 input" : `${inputs} inputs`] : []),
  ].join("; ");
}
