import { type Engine, launch } from "../browsers/index.ts";
import type { NotebookRecord } from "./record.ts";

/** ms that one notebook may take in one browser. */
const PATIENCE_MS = 180_000;

/** A notebook run in a real browser. */
export interface Pressed {
  /** of the browser, as it tells its driver */
  version: string;
  /** null if the run ended without a result */
  record: NotebookRecord | null;
  /** what the page said at the end */
  said: string;
}

/** Opens a page in a fresh browser, presses Run on a notebook and waits for the end. */
export async function pressRun(engine: Engine, page: string, id: string): Promise<Pressed> {
  const browser = await launch(engine);
  try {
    const tab = await browser.newPage();
    await tab.goto(page);
    const within = `hot-notebook[notebook="${id}"]`;
    await tab.click({ role: "button", name: "Run", within });
    const overdue = await tab
      .waitFor(
        `${id} to end in ${engine}`,
        (selector: string) => {
          const element = document.querySelector<HTMLElement>(selector);
          const { state = "" } = element?.dataset ?? {};
          // idle again, with a reason: the machine lacks something
          const isRefused = state === "idle" && element?.querySelector(".nb-status")?.textContent !== "";
          return isRefused || ["done", "error", "stopped"].includes(state);
        },
        PATIENCE_MS,
        within,
      )
      .then(
        () => "",
        (error: Error) => `${error.message} `,
      );
    // as text: WebDriver BiDi drops objects that a value contains twice
    const [text, said] = await tab.evaluate((selector: string) => {
      const element = document.querySelector<HTMLElement & { results: unknown }>(selector);
      const places = [...(element?.querySelectorAll(".nb-status, .nb-note, .nb-error") ?? [])];
      return [
        JSON.stringify(element?.results ?? null),
        places.map((place) => place.textContent?.trim()).join(" "),
      ];
    }, within);
    const record = overdue ? null : (JSON.parse(text) as NotebookRecord | null);
    return { version: browser.version, record, said: `${overdue}${said}`.trim() };
  } finally {
    await browser.close();
  }
}
