/** `npm run bench`: how fast the compiler and how heavy the pages are. Reported, never asserted. */
import { existsSync } from "node:fs";
import { compileTimes } from "./compile.ts";
import { pageSizes } from "./sizes.ts";

const root = process.cwd();
for (const line of await compileTimes(root)) console.log(line);
if (existsSync("dist")) for (const line of pageSizes(root)) console.log(line);
else console.log("pages: run npm run build first, then their sizes are shown here");
