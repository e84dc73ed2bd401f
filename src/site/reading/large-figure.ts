import { addStyles } from "../../notebook/run/add-styles.ts";
import styles from "./large-figure.css?url";

addStyles(styles);

/** Opens a figure as large as the window lets it be. The drawing itself moves, since a copy would have its ids twice on the page. */
export function enlarge(figure: HTMLElement, drawing: SVGSVGElement): void {
  const dialog = document.createElement("dialog");
  dialog.className = "hp-large";
  dialog.setAttribute("aria-label", drawing.querySelector("title")?.textContent ?? "Figure");
  const close = document.createElement("button");
  close.className = "hp-button";
  close.textContent = "Close";
  close.onclick = () => dialog.close();
  const place = document.createComment("");
  drawing.replaceWith(place);
  const { width, height } = drawing.viewBox.baseVal;
  dialog.style.setProperty("--hp-ratio", String(width / height));
  dialog.append(drawing, close);
  dialog.onclose = () => {
    place.replaceWith(drawing);
    dialog.remove();
  };
  // a click beside the drawing
  dialog.onclick = ({ target }) => target === dialog && dialog.close();
  figure.append(dialog);
  dialog.showModal();
}
