// Writes recorded calls as text: node encode.mjs calls
// A malloc is twice its bytes; a free is one more than twice the number of live blocks that are younger than its own. Digits of base 32,
// the last one first; all but the last of a number are shifted by 32. src/simulate/heaps/recorded.ts reads it.
import { readFileSync } from "node:fs";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const calls = readFileSync(process.argv[2]);
const live = []; // addresses, oldest first
let [text, mallocs, frees] = ["", 0, 0];
for (let at = 0; at < calls.length; at += 16) {
  const address = calls.readBigUInt64LE(at);
  const bytes = calls.readUInt32LE(at + 8);
  const index = live.indexOf(address);
  if (bytes > 0) {
    live.push(address);
    text += number(2 * bytes);
    mallocs += 1;
  } else if (index >= 0) {
    text += number(2 * (live.length - 1 - index) + 1);
    live.splice(index, 1);
    frees += 1;
  } // else a block from before the recording
}
console.log(`${mallocs} mallocs, ${frees} frees, ${live.length} blocks never freed`);
console.log(text.replace(/.{100}/g, "$&\n"));

function number(value) {
  let digits = "";
  for (; value >= 32; value = Math.floor(value / 32)) digits += DIGITS[32 + (value % 32)];
  return digits + DIGITS[value];
}
