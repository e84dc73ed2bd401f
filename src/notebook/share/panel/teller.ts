import { type Clip, copy, textBlob } from "./clipboard.ts";
import { make } from "./dom.ts";

/** The place of the panel that says what has happened, and holds what the clipboard did not take. */
export interface Teller {
  element: HTMLElement;
  say: (sentence: string) => void;
  /** @param what "Link": begins the sentence that tells of it */
  copyText: (text: string, what: string) => Promise<void>;
  copyPicture: (clip: Clip, what: string) => Promise<void>;
}

export function teller(): Teller {
  const said = make("p", { role: "status" });
  const fallback = make("div");
  const say = (sentence: string) => {
    said.textContent = sentence;
    fallback.replaceChildren();
  };
  return {
    element: make("div", { class: "nb-share-said" }, said, fallback),
    say,
    async copyText(text, what) {
      if (await copy({ "text/plain": Promise.resolve(textBlob(text)) })) return say(`${what} copied.`);
      say(`The browser does not let this page use the clipboard. Copy from the field below.`);
      const field = make("textarea", { readonly: true, rows: "5", "aria-label": what });
      field.value = text;
      fallback.append(field);
      field.focus();
      field.select();
    },
    async copyPicture(clip, what) {
      if (await copy(clip)) return say(`${what} copied.`);
      say(
        `The browser does not let this page put pictures into the clipboard. Save ${what} makes a file of it.`,
      );
    },
  };
}
