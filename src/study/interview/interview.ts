import { standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import { Clock, clockText } from "./clock.ts";
import { type Draft, keepDraft, readDraft } from "./draft.ts";
import { draw, type Expected, scoreText } from "./draw.ts";

/** How often the clock is drawn, in ms. */
const TICK_MS = 250;
/** Seconds before the end that are announced to those who cannot see the clock. */
const ANNOUNCED = [60, 0];

/**
 * `<hot-interview data-expected>`: draws one of the questions on the page (`[data-question]`), lets the reader answer against a clock,
 * shows the answers of the book, and keeps how the reader scores the own one.
 */
class HotInterview extends HTMLElement {
  private clock = new Clock(1);
  private asked: HTMLElement | null = null;
  private announced = new Set<number>();

  private readonly actions: Record<string, () => void | Promise<void>> = {
    draw: async () => this.drawOne(),
    pause: () => {
      if (this.clock.isRunning) this.clock.stop();
      else this.clock.start();
      this.tick();
    },
    show: () => this.reveal(),
    save: async () => this.save(),
  };

  connectedCallback(): void {
    this.addEventListener("click", ({ target }) => {
      const action = (target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
      if (action) void this.actions[action]();
    });
    this.addEventListener("input", () => this.keep());
    addEventListener("pagehide", () => this.keep());
    setInterval(() => this.tick(), TICK_MS);
    journal().listen(() => void this.tellEarlier());
    void this.tellEarlier();
    this.piece(".hp-session").hidden = false;
    const draft = readDraft();
    const wanted = new URLSearchParams(location.search).get("question");
    if (wanted && wanted !== draft?.item) this.ask(wanted);
    else if (draft) this.ask(draft.item, draft);
  }

  private async drawOne(): Promise<void> {
    const [part, level] = ["part", "level"].map(
      (name) => this.piece<HTMLSelectElement>(`select[name="${name}"]`).value,
    );
    const fits = this.questions().filter(
      ({ dataset }) => (!part || dataset.part === part) && (!level || dataset.level === level),
    );
    const item = draw(
      fits.map(({ dataset }) => dataset.item ?? ""),
      await journal().read(),
      Math.random(),
    );
    if (item) this.ask(item);
    else this.say("There is no such question yet. Choose another part or level.");
  }

  /** @param draft of an earlier visit, which goes on where it was, with the clock stopped */
  private ask(item: string, draft?: Draft): void {
    this.asked = this.questions().find(({ dataset }) => dataset.item === item) ?? null;
    if (!this.asked) return;
    const minutes = Number(this.piece<HTMLSelectElement>('select[name="minutes"]').value);
    this.clock = new Clock(draft?.seconds ?? minutes * 60, draft?.elapsed);
    this.announced = new Set();
    if (!draft) this.clock.start();
    this.piece<HTMLTextAreaElement>("textarea").value = draft?.note ?? "";
    const given = Object.entries(draft?.scores ?? {});
    this.piece<HTMLFormElement>("form").reset();
    for (const box of this.querySelectorAll<HTMLInputElement>('form input[type="radio"]'))
      box.checked = given.some(([id, points]) => box.name === id && box.value === points);
    const [front, ...answers] = [...this.asked.children].map((child) => child.cloneNode(true) as Element);
    this.piece(".hp-front").replaceChildren(...front.childNodes);
    this.piece(".hp-back").replaceChildren(...answers);
    this.reveal(given.length > 0);
    this.piece(".hp-drawn").hidden = false;
    this.say(draft ? "You were in the middle of this one. The clock stands still." : "");
    this.tick();
    this.keep();
    this.piece(".hp-front").focus();
  }

  private reveal(shown = true): void {
    for (const piece of [".hp-back", "form"]) this.piece(piece).hidden = !shown;
    for (const action of ["show", "pause"]) this.piece(`[data-action="${action}"]`).hidden = shown;
    if (!shown) return;
    this.clock.stop();
    this.tick();
    this.piece(".hp-back").focus();
  }

  private async save(): Promise<void> {
    const form = this.piece<HTMLFormElement>("form");
    if (!this.asked || !form.reportValidity()) return;
    const scores = Object.fromEntries([...new FormData(form)].map(([id, points]) => [id, Number(points)]));
    const { item = "", level = "" } = this.asked.dataset;
    const note = this.piece<HTMLTextAreaElement>("textarea").value;
    await journal().write(item, { kind: "interview", seconds: Math.round(this.clock.elapsed), scores, note });
    this.asked = null;
    keepDraft(null);
    this.piece(".hp-drawn").hidden = true;
    const expected = JSON.parse(this.dataset.expected ?? "{}")[level] as Expected[];
    this.say(journal().trouble ?? scoreText(scores, expected));
    this.piece('[data-action="draw"]').focus();
  }

  private tick(): void {
    const { clock } = this;
    const place = this.piece(".hp-clock");
    place.textContent = clockText(clock.left);
    place.toggleAttribute("data-over", clock.left < 0);
    this.piece('[data-action="pause"]').textContent = clock.isRunning ? "Stop the clock" : "Let it run";
    const due = ANNOUNCED.find(
      (seconds) => clock.isRunning && clock.left <= seconds && !this.announced.has(seconds),
    );
    if (due === undefined) return;
    for (const seconds of ANNOUNCED) if (clock.left <= seconds) this.announced.add(seconds);
    this.say(clock.left <= 0 ? "Time is up. Finish your sentence." : "One minute left.");
    this.keep();
  }

  private keep(): void {
    if (!this.asked) return;
    const { elapsed, left } = this.clock;
    const note = this.piece<HTMLTextAreaElement>("textarea").value;
    const scores = Object.fromEntries(
      [...new FormData(this.piece<HTMLFormElement>("form"))].map(([id, n]) => [id, String(n)]),
    );
    keepDraft({ item: this.asked.dataset.item ?? "", seconds: elapsed + left, elapsed, note, scores });
  }

  private async tellEarlier(): Promise<void> {
    const interviews = standing(await journal().read()).filter((entry) => entry.kind === "interview");
    const lines = interviews.toReversed().map(({ at, item, scores, seconds, note }) => {
      const question = this.questions().find(({ dataset }) => dataset.item === item);
      const line = document.createElement("li");
      const day = new Date(at).toLocaleDateString("en-GB", {
        day: "numeric",
        month: "long",
        year: "numeric",
      });
      const said = document.createElement("span");
      said.className = "hp-said";
      const expected = JSON.parse(this.dataset.expected ?? "{}")[question?.dataset.level ?? ""] as
        | Expected[]
        | undefined;
      said.textContent = `${day}, ${clockText(seconds)}. ${scoreText(scores, expected ?? [])} ${note}`;
      line.append(question?.querySelector("h3")?.textContent ?? item, said);
      return line;
    });
    this.piece(".hp-earlier").replaceChildren(...lines);
    this.piece(".hp-none").hidden = lines.length > 0;
  }

  private questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-question]")];
  }

  private say(sentence: string): void {
    this.piece(".hp-left").textContent = sentence;
  }

  private piece<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
}

customElements.define("hot-interview", HotInterview);
