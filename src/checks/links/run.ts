/** `npm run check:links`: asks the addresses outside of the book, which needs a network. */
import { fileURLToPath } from "node:url";
import { defaults } from "./ask.ts";
import { checkLinks } from "./check-links.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { problems, silent, asked } = await checkLinks(root, defaults);
for (const line of problems) console.error(line);
if (silent.length > 0) console.log(`No answer, which may be the network’s fault: ${silent.join(", ")}.`);
console.log(`Asked ${asked} addresses; ${problems.length} links lead to what is gone.`);
if (problems.length > 0) process.exitCode = 1;
