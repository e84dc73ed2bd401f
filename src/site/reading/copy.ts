/** The buttons of blocks of code that copy them. */

/** How long a button says what has happened, in ms. */
const SAID_MS = 2000;

document.addEventListener("click", ({ target }) => {
  const button = (target as Element).closest<HTMLElement>(".hp-copy");
  const frame = button?.closest<HTMLElement>(".frame");
  if (button && frame) void copy(frame, button);
});

async function copy(frame: HTMLElement, button: HTMLElement): Promise<void> {
  const lines = [...frame.querySelectorAll(".ec-line")].map(
    (line) => line.textContent?.replace(/\n$/, "") ?? "",
  );
  // a live region, so that it is heard as well
  button.setAttribute("aria-live", "polite");
  button.removeAttribute("aria-label");
  button.textContent = await navigator.clipboard.writeText(lines.join("\n")).then(
    () => "Copied",
    () => "Not copied: the browser refuses",
  );
  setTimeout(() => {
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy this code");
  }, SAID_MS);
}
