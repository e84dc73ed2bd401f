import { addStyles } from "../../notebook/run/add-styles.ts";
import styles from "./key-list.css?url";

addStyles(styles);

/** What each key does, in the order of the list. */
const KEYS: [keys: string[], does: string][] = [
  [["/", "Ctrl K"], "search the book"],
  [["j"], "next page"],
  [["k"], "page before"],
  [["Ctrl Enter"], "run the notebook that has the focus"],
  [["?"], "this list"],
];

/** Opens the list of keys, with the switch for those of one character. */
export function openKeyList(isOn: boolean, turn: (on: boolean) => void): void {
  const dialog = element("dialog", "hp-keys not-content");
  dialog.setAttribute("aria-label", "Keys");
  const list = element("dl");
  for (const [keys, does] of KEYS) {
    const row = element("div");
    const names = element("dt");
    names.append(...keys.map((key) => Object.assign(element("kbd"), { textContent: key })));
    row.append(names, Object.assign(element("dd"), { textContent: does }));
    list.append(row);
  }
  const box = Object.assign(element("input"), { type: "checkbox", checked: isOn });
  box.onchange = () => turn(box.checked);
  const label = element("label");
  label.append(box, " Keys of one character are on");
  const close = Object.assign(element("button", "hp-button"), { textContent: "Close" });
  close.onclick = () => dialog.close();
  dialog.append(Object.assign(element("h2"), { textContent: "Keys" }), list, label, close);
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = ""): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), { className });
}
