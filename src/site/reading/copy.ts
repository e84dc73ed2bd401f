/** Gives every block of code a button that copies it. The buttons are made here: without JavaScript they would do nothing. */

/** How long a button says what has happened, in ms. */
const SAID_MS = 2000;

const said = document.createElement("p");
said.className = "sr-only";
said.setAttribute("role", "status");

for (const frame of document.querySelectorAll<HTMLElement>(".expressive-code .frame")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hp-copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy this code");
  button.onclick = () => void copy(frame, button);
  frame.append(button);
}
document.body.append(said);

async function copy(frame: HTMLElement, button: HTMLElement): Promise<void> {
  const lines = [...frame.querySelectorAll(".ec-line")].map(
    (line) => line.textContent?.replace(/\n$/, "") ?? "",
  );
  const what = await navigator.clipboard.writeText(lines.join("\n")).then(
    () => "Copied",
    () => "Not copied: the browser refuses",
  );
  button.textContent = what;
  said.textContent = what;
  setTimeout(() => {
    button.textContent = "Copy";
    said.textContent = "";
  }, SAID_MS);
}
