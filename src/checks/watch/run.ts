import { inThread } from "./in-thread.ts";
import { watchChecks } from "./watch.ts";

/** Wipes a terminal, with what was scrolled out of it. The line after it is whole for those that read lines, as editors do. */
const CLEAR = "\x1b[2J\x1b[3J\x1b[H\n";

/** `npm run check -- --watch`: shows what is wrong now, again after every save, until Ctrl-C. */
export async function runWatch(root: string): Promise<void> {
  // threads and watches would keep the process
  process.once("SIGINT", () => process.exit(0));
  const ask = inThread(root);
  await watchChecks({
    root,
    ask: (asked) => {
      console.log("Checking …");
      return ask(asked);
    },
    show: (lines) => console.log(`${process.stdout.isTTY ? CLEAR : ""}${lines.join("\n")}`),
    signal: new AbortController().signal,
  });
}
