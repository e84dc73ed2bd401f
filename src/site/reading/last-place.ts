/** On the home page: the place that the reader came from, in place of the first chapter. */
import { keptPlaces } from "./places.ts";

const [last] = Object.values(keptPlaces()).sort((a, b) => b.at - a.at);
const line = document.querySelector(".hp-last");
const link = line?.querySelector("a");
if (last && line?.firstChild && link) {
  line.firstChild.textContent = "Continue with ";
  link.href = `${last.path}#${last.id}`;
  link.textContent = `${last.title}, “${last.heading}”`;
}
