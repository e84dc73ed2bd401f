// The places that asked DHAT for most blocks, from its output file: our line, and what it called. DHAT's own viewer is dh_view.html.
import { readFileSync } from "node:fs";

const { pps, ftbl } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const sites = new Map();
for (const { tbk, tb, fs } of pps) {
  const frames = fs.map((f) => ftbl[f].replace(/^0x[0-9A-F]+: /, ""));
  const ours = frames.findIndex((frame) => frame.includes("(parse.cpp:"));
  if (ours < 1) continue;
  const [line] = frames[ours].match(/parse\.cpp:\d+/);
  const called = frames[ours - 1].replace(/ \([^(]*\)$/, "");
  const key = `${line}  ${called}`;
  const { blocks, bytes } = sites.get(key) ?? { blocks: 0, bytes: 0 };
  sites.set(key, { blocks: blocks + tbk, bytes: bytes + tb });
}
const top = [...sites].sort(([, a], [, b]) => b.blocks - a.blocks).slice(0, 2);
for (const [key, { blocks, bytes }] of top) console.log(`${blocks} blocks  ${bytes} bytes  ${key}`);
