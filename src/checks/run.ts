/** `npm run check`: everything about a contribution that can be told without a browser. Prints only what is wrong. */
import { fileURLToPath } from "node:url";
import { cellTypes } from "./cell-types.ts";
import { covers } from "./chapters/covers.ts";
import { definitions } from "./chapters/definitions.ts";
import type { Check } from "./check.ts";
import { claims } from "./claims.ts";
import { facts } from "./facts.ts";
import { lock } from "./lock.ts";
import { native } from "./native.ts";
import { notebooks } from "./notebooks.ts";
import { order } from "./order.ts";
import { paths } from "./paths.ts";
import { records } from "./records.ts";
import { study } from "./study.ts";
import { style } from "./style.ts";
import { types } from "./types.ts";

const checks: Check[] = [
  style,
  types,
  order,
  covers,
  definitions,
  notebooks,
  cellTypes,
  records,
  claims,
  native,
  facts,
  study,
  paths,
  lock,
];
const root = fileURLToPath(new URL("../../", import.meta.url));
const found = await Promise.all(checks.map(async ({ name, run }) => ({ name, problems: await run(root) })));
const wrong = found.filter(({ problems }) => problems.length > 0);
for (const { name, problems } of wrong)
  console.error(`${name}\n${problems.map((line) => `  ${line}`).join("\n")}\n`);
if (wrong.length > 0) process.exitCode = 1;
else console.log(`Nothing wrong: ${checks.map(({ name }) => name).join(", ")}.`);
