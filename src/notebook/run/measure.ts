import type { ExperimentElement } from "../../bench/experiment/experiment.ts";
import type { Progress } from "../../bench/types.ts";

/** Progress is shown at most this often, so that drawing it does not disturb what is measured. */
const progressEveryMs = 250;

export interface MeasureOptions {
  signal: AbortSignal;
  /** the run is a longer one, with more blocks */
  longer: boolean;
  say: (sentence: string) => void;
}

/** Runs experiments one after the other, and waits until the page has drawn what follows from them. */
export async function measure(
  experiments: readonly ExperimentElement[],
  { signal, longer, say }: MeasureOptions,
): Promise<void> {
  for (const [i, experiment] of experiments.entries()) {
    let shown = 0;
    const progress = ({ sentence }: Progress) => {
      if (performance.now() - shown < progressEveryMs) return;
      shown = performance.now();
      say(experiments.length > 1 ? `${i + 1} of ${experiments.length}: ${sentence}` : sentence);
    };
    await experiment.run({ signal, progress, longer });
  }
  signal.throwIfAborted();
  await drawn();
}

/** Resolves after the runtime, which computes once a frame, has drawn what follows from a new value. In a hidden tab that is later. */
export async function drawn(): Promise<void> {
  for (let i = 0; i < 3; ++i) await nextFrame();
}

/** Hidden tabs have no frames; whoever waited for one would keep every other tab from measuring. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    const look = () => document.hidden && end();
    document.addEventListener("visibilitychange", look);
    requestAnimationFrame(end);
    look();
  });
}
