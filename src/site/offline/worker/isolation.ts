import { isolation } from "../../production/headers.ts";
import { at, open } from "./scope.ts";

/** Under this address the choice is kept: a worker is ended and started again between two requests. */
const CHOICE = "isolation";

/** What the headers are read from: pages, frames, and the scripts of workers. */
const READ_FROM = new Set(["document", "iframe", "worker", "sharedworker"]);

let isChosen: Promise<boolean> | undefined;

/** Keeps whether the reader wants isolation on a host that does not send its headers. */
export async function chooseIsolation(on: boolean): Promise<void> {
  const choices = await open("choices");
  if (on) await choices.put(at(CHOICE), new Response("on"));
  else await choices.delete(at(CHOICE));
  isChosen = Promise.resolve(on);
}

/** The response as it is, or with the headers of isolation if the reader has chosen it and they tell. */
export async function isolated(request: Request, response: Response): Promise<Response> {
  // a redirect is followed by the browser, and its target comes here again
  if (response.status === 0 || !READ_FROM.has(request.destination)) return response;
  isChosen ??= open("choices").then(async (choices) => (await choices.match(at(CHOICE))) !== undefined);
  if (!(await isChosen)) return response;
  const { body, status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolation)) headers.set(name, value);
  return new Response(body, { status, statusText, headers });
}
