import { lacking } from "./lacking.ts";
import { experimentNeeds, type Stated } from "./need.ts";

/**
 * Says in a notebook, before anything runs, what this machine lacks for it and what the reader sees instead. What most
 * readers' machines never need to say is loaded by those that do.
 */
export async function showNotice(notebook: HTMLElement): Promise<void> {
  const stated: Stated = JSON.parse(notebook.dataset.needs ?? "");
  const lacks = await lacking([...stated.page, ...stated.experiments.flatMap(experimentNeeds)]);
  if (lacks.size === 0 && crossOriginIsolated) return;
  const { noticeText } = await import("./notice-text.ts");
  const text = noticeText(stated, lacks);
  const note = notebook.querySelector<HTMLElement>(".nb-note");
  if (!note || !text) return;
  note.textContent = text;
  note.hidden = false;
  notebook.querySelector("[data-action=run]")?.setAttribute("aria-describedby", note.id);
}
