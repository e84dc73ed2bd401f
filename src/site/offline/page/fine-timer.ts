import { chooseIsolation, isIsolationChosen } from "./isolation.ts";
import { root } from "./worker.ts";

const EXPLANATION =
  "The host of this book does not send the two headers (COOP and COEP) that give a page the fine timer and memory shared " +
  "between workers. A service worker of the book, a script that stays in your browser, can add them to the pages that you " +
  "open here. The page then loads again, and results that you have not downloaded are gone. You can undo it under ";
const PASSED_BY =
  "The service worker adds the headers of isolation on this device, but this page was loaded past it, as a forced reload does.";

/** Below the head of every notebook that measures, on a page that is not isolated: what could be done about it. */
export async function offerFineTimer(): Promise<void> {
  // rejects where storage is blocked, and then there is no service worker either
  const isChosen = await isIsolationChosen();
  for (const head of document.querySelectorAll("hot-notebook[data-needs] .nb-head")) {
    head.append(isChosen ? reloadOffer() : isolationOffer());
  }
}

function isolationOffer(): HTMLElement {
  const link = Object.assign(document.createElement("a"), {
    href: `${root}offline/`,
    textContent: "Reading without a network",
  });
  const failure = document.createElement("p");
  failure.setAttribute("role", "status");
  const press = button("Isolate the book and load this page again", () =>
    chooseIsolation(true).then(
      () => location.reload(),
      (error: Error) => {
        failure.textContent = `This browser does not allow it: ${error.message}`;
      },
    ),
  );
  return details("Use the fine timer", paragraph(EXPLANATION, link, "."), paragraph(press), failure);
}

function reloadOffer(): HTMLElement {
  const press = button("Load this page again", async () => location.reload());
  return details("Use the fine timer", paragraph(PASSED_BY), paragraph(press));
}

function details(title: string, ...content: Node[]): HTMLElement {
  const element = document.createElement("details");
  element.className = "nb-fine-timer";
  const summary = Object.assign(document.createElement("summary"), { textContent: title });
  element.append(summary, ...content);
  return element;
}

function paragraph(...content: (Node | string)[]): HTMLElement {
  const element = document.createElement("p");
  element.append(...content);
  return element;
}

function button(text: string, press: () => Promise<void>): HTMLElement {
  const element = Object.assign(document.createElement("button"), {
    type: "button",
    className: "hp-button",
    textContent: text,
  });
  element.addEventListener("click", () => void press());
  return element;
}
