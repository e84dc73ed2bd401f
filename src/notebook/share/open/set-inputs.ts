import type { HotNotebook } from "../../run/element.ts";
import { sayInput } from "../export/facts.ts";
import type { LinkState } from "../link/state.ts";
import { focusRun, refuse } from "./banner.ts";

/** A link without code: its inputs are set as the reader could set them, and Run is the reader's. */
export async function setInputs(notebook: HotNotebook, { inputs }: LinkState): Promise<void> {
  notebook.scrollIntoView();
  try {
    const player = await notebook.played();
    const refused = await (await player.wake()).setInputs(inputs);
    const { settings, outcomes } = await player.shared();
    const set = settings.filter(
      ({ name }) => inputs.some(([given]) => given === name) && !refused.includes(name),
    );
    const said = set.map((one) => sayInput(one.name, one, one.value)).join(", ");
    notebook.say(
      [
        ...(set.length > 0 ? [`Set by the link: ${said}.`] : []),
        ...(refused.length > 0
          ? [`Not set, for the notebook has no such value: ${refused.join(", ")}.`]
          : []),
        ...(outcomes.length > 0 ? ["Run measures with the inputs as they are."] : []),
      ].join(" "),
    );
    focusRun(notebook);
  } catch (error) {
    refuse(
      notebook,
      `The notebook could not be loaded: ${(error as Error).message}. Reload the page to try again.`,
    );
  }
}
