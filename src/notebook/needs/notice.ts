import { isThereAtOnce } from "./at-once.ts";
import { hasFineClock } from "./fine-clock.ts";
import type { Stated } from "./need.ts";

/**
 * Says in a notebook, before anything runs, what this machine lacks for it and what the reader sees instead. Most readers'
 * machines lack nothing, and load nothing more.
 */
export async function showNotice(notebook: HTMLElement): Promise<void> {
  const stated: Stated = JSON.parse(notebook.dataset.needs ?? "");
  const special = [...stated.page, ...stated.experiments.flat()];
  if (crossOriginIsolated && special.every(isThereAtOnce) && hasFineClock()) return;
  const { noticeText } = await import("./notice-text.ts");
  const text = await noticeText(stated);
  const note = notebook.querySelector<HTMLElement>(".nb-note");
  if (!note || !text) return;
  note.textContent = text;
  note.hidden = false;
  notebook.querySelector("[data-action=run]")?.setAttribute("aria-describedby", note.id);
}
