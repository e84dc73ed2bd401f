import type { Editing } from "../edit/editing.ts";
import { storageKey } from "../edit/key.ts";
import type { NotebookRecord } from "../record/record.ts";
import { hasChanged } from "./inputs/has-changed.ts";
import type { Player } from "./player.ts";
import { whenIdle } from "./when-idle.ts";

export type State = "idle" | "running" | "done" | "stopped" | "error";
type Action = "run" | "stop" | "edit" | "reset" | "share" | "download" | "wake";

/**
 * `<hot-notebook>`: a notebook that the build has already rendered. It wires the controls and loads nothing else;
 * the player comes with the first click, or when an input is first used.
 */
class HotNotebook extends HTMLElement {
  private player: Promise<Player> | undefined;

  /** The reader's results as Download would save them, or null before the first run. */
  results: NotebookRecord | null = null;

  /** Wires the controls when the element is made, so that moving it in the page does not wire them twice. */
  constructor() {
    super();
    this.addEventListener("click", (event) => {
      const action = (event.target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
      if (action) void this.act(action as Action);
    });
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.act("run");
    });
    // an input that the build rendered is only a picture of itself until the cells run
    for (const type of ["input", "change"])
      this.addEventListener(type, ({ target }) => {
        if ((target as Element).closest(".nb-output")) void this.act("wake");
      });
  }

  connectedCallback(): void {
    // an input may have been used before this script arrived
    if (this.hasChangedInput()) void this.act("wake");
    if (this.holdsEdits()) void this.editing();
    if (this.dataset.needs)
      whenIdle(() => void import("../needs/notice.ts").then(({ showNotice }) => showNotice(this)));
  }

  disconnectedCallback(): void {
    void this.player?.then((player) => player.dispose());
  }

  private hasChangedInput(): boolean {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")].some(hasChanged);
  }

  /** True if the device keeps changes of this notebook's code and this page shows its code. */
  private holdsEdits(): boolean {
    try {
      const kept = localStorage.getItem(storageKey(this.getAttribute("notebook") ?? ""));
      return kept !== null && this.querySelector("[data-source]") !== null;
    } catch {
      return false;
    }
  }

  /** Shows what the reader changed of the code, and can open the editors. */
  private async editing(): Promise<Editing> {
    return (await import("../edit/editing.ts")).editingOf(this);
  }

  /** What plays the notebook, made when it is first asked for. */
  played(): Promise<Player> {
    this.player ??= import("./player.ts").then(({ Player }) => new Player(this));
    return this.player;
  }

  private async act(action: Action): Promise<void> {
    try {
      if (action === "edit") return await (await this.editing()).toggle();
      if (action === "run") this.setState("running", "Loading");
      await (await this.played())[action]();
    } catch (error) {
      this.setState(
        "error",
        `The notebook could not be loaded: ${(error as Error).message}. Reload the page to try again; that takes a network.`,
      );
    }
  }

  /** Shows a state to the eye, to assistive technology and to tests. */
  setState(state: State, sentence = ""): void {
    this.dataset.state = state;
    const control = (action: Action) => this.querySelector<HTMLButtonElement>(`[data-action=${action}]`);
    const run = control("run");
    const stop = control("stop");
    const download = control("download");
    const running = state === "running";
    const focused = document.activeElement;
    if (stop && run) {
      run.disabled = running;
      stop.disabled = !running;
      // a disabled button loses the focus: hand it to its counterpart
      if (focused === run && running) stop.focus();
      if (focused === stop && !running) run.focus();
    }
    for (const longer of this.querySelectorAll<HTMLButtonElement>("button.hp-longer")) {
      longer.disabled = running;
      if (focused === longer && running) stop?.focus();
    }
    if (download) download.disabled = this.results === null;
    this.say(sentence);
  }

  /** One line below the title; announced politely. */
  say(sentence: string): void {
    const status = this.querySelector(".nb-status");
    if (status && status.textContent !== sentence) status.textContent = sentence;
  }
}

export type { HotNotebook };

customElements.define("hot-notebook", HotNotebook);

/** A link to a notebook: read when there is one, and never before. */
function openLink(): void {
  const { hash } = location;
  if (hash.startsWith("#nb=")) void import("./player.ts").then(({ openLink }) => openLink(hash));
}
openLink();
addEventListener("hashchange", openLink);
