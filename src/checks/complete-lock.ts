/** `node src/checks/complete-lock.ts`, after npm install: adds what the lock check finds missing. */
import { readFileSync, writeFileSync } from "node:fs";
import { type Lock, missingEntries } from "./code/lock.ts";

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
const missing = missingEntries(lock);
const entries = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(entries);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: added ${missing.size} optional packages of other platforms.`);
