import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Random, randomFrom } from "../../src/bench/statistics/random.ts";
import { LONGEST_FRAGMENT, MOST_BYTES } from "../../src/notebook/share/link/limits.ts";
import { readLink, writeLink } from "../../src/notebook/share/link/link.ts";
import { type LinkState, writeState } from "../../src/notebook/share/link/state.ts";

const id = "branches/sorted-vs-random";
const hash = "0123456789abcdef";
const state: LinkState = {
  hash,
  inputs: [
    ["n", 4096],
    ["program", "sorted array"],
    ["twice", true],
    ["sizes", [1, 2.5, "ü"]],
  ],
  cells: [
    [2, "function sumAbove(xs) {\n  return xs.length; // </script> “ü” \u202e 😀\n}\n"],
    [6, ""],
  ],
};

/** A fragment around any bytes. */
const around = (bytes: Uint8Array) => `#nb=${id}&s=${Buffer.from(bytes).toString("base64url")}`;
const ofText = (json: string) => around(deflateRawSync(json));
const refusal = async (fragment: string) => {
  const opened = await readLink(fragment);
  return "refusal" in opened ? opened.refusal : null;
};

test("a link brings back every changed cell and input", async () => {
  const fragment = await writeLink(id, state);
  expect(fragment).toMatch(/^#nb=branches\/sorted-vs-random&s=[\w-]+$/);
  expect(await readLink(fragment ?? "")).toEqual({ id, state });
});

test("a link without changes only names its notebook", async () => {
  expect(await writeLink(id, { hash, inputs: [], cells: [] })).toBe(`#nb=${id}`);
  expect(await readLink(`#nb=${id}`)).toEqual({ id, state: null });
});

test("what needs more than 32 KB makes no link, what fits does", async () => {
  const random = randomFrom(1);
  const noise = (length: number) => Array.from({ length }, () => Math.floor(random() * 36).toString(36));
  const cells = (length: number): LinkState => ({ ...state, cells: [[2, noise(length).join("")]] });
  expect((await writeLink(id, cells(20_000)))?.length).toBeLessThanOrEqual(LONGEST_FRAGMENT);
  expect(await writeLink(id, cells(60_000))).toBeNull();
  expect(await writeLink(id, { ...state, cells: [[2, "a".repeat(MOST_BYTES)]] })).toBeNull();
});

test("a lone surrogate travels as the character that a worker's script would hold", async () => {
  const fragment = await writeLink(id, { ...state, cells: [[2, "a\ud800b"]] });
  expect(await readLink(fragment ?? "")).toEqual({ id, state: { ...state, cells: [[2, "a\ufffdb"]] } });
});

test("a link of a later version says to reload, and any other wrong one to copy it again", async () => {
  expect(await refusal(ofText(JSON.stringify({ v: 2, cells: {} })))).toMatch(/later version.*Reload/);
  expect(await refusal(ofText("{}"))).toMatch(/incomplete.*Copy it once more/);
  expect(await refusal(`#nb=${id}&s=${"A".repeat(LONGEST_FRAGMENT)}`)).toMatch(/longer than 32 KB/);
});

describe("is refused:", () => {
  const written = writeState(state);
  const json = (changed: object) => JSON.stringify({ v: 1, hash, inputs: [], cells: [], ...changed });
  const cases: [string, string][] = [
    ["a fragment that is cut off", ofText(written).slice(0, -10)],
    ["a bomb", ofText(json({ cells: [[1, "a".repeat(20_000_000)]] }))],
    ["a bomb of nothing but zeros", around(deflateRawSync(new Uint8Array(20_000_000)))],
    ["text that is not deflated", around(Buffer.from(written))],
    ["bytes that are not UTF-8", around(deflateRawSync(Uint8Array.of(0x22, 0xff, 0xfe, 0x22)))],
    ["padding", `${ofText(written)}=`],
    ["spaces", ofText(written).replace("&s=", "&s= ")],
    ["a field twice", ofText(written.replace('"v":1,', '"v":1,"v":1,'))],
    ["another order of fields", ofText(JSON.stringify({ hash, v: 1, inputs: [], cells: [] }))],
    ["a field that nobody knows", ofText(json({ more: 1 }))],
    ["a prototype key", ofText(`{"__proto__":{"v":1},"v":1,"hash":"${hash}","inputs":[],"cells":[]}`)],
    ["an input with a prototype's name", ofText(json({ inputs: [["__proto__", 1]] }))],
    ["an input called constructor", ofText(json({ inputs: [["constructor", 1]] }))],
    ["an input whose name is markup", ofText(json({ inputs: [["<img src=x>", 1]] }))],
    ["an input twice", ofText(json({ inputs: [["n", 1], ["n", 2]] }))], // biome-ignore format: one line
    ["an input that is an object", ofText(json({ inputs: [["n", { valueOf: 1 }]] }))],
    ["an input that is null", ofText(json({ inputs: [["n", null]] }))],
    ["an infinite input", ofText(json({ inputs: [] }).replace("[]", '[["n",1e999]]'))],
    ["a minus zero, which has another spelling", ofText(json({}).replace("[]", '[["n",-0]]'))],
    ["an input of lists in lists", ofText(json({ inputs: [["n", [[1]]]] }))],
    ["an input of 3,000 characters", ofText(json({ inputs: [["n", "a".repeat(3_000)]] }))],
    ["a cell that is a number", ofText(json({ cells: [[1, 2]] }))],
    ["a cell without text", ofText(json({ cells: [[1]] }))],
    ["a cell twice", ofText(json({ cells: [[1, "a"], [1, "b"]] }))], // biome-ignore format: one line
    ["cells in another order", ofText(json({ cells: [[2, "a"], [1, "b"]] }))], // biome-ignore format: one line
    ["a huge cell id", ofText(json({ cells: [] }).replace('"cells":[]', '"cells":[[1e300,"a"]]'))],
    ["a cell id of half", ofText(json({ cells: [[0.5, "a"]] }))],
    ["a negative cell id", ofText(json({ cells: [[-1, "a"]] }))],
    ["cells as an object", ofText(json({ cells: { 1: "a" } }))],
    ["a lone surrogate in a cell", ofText(json({ cells: [[1, "\ud800"]] }))],
    ["a hash that is markup", ofText(json({ hash: "<b>0123456789ab</b>" }))],
    ["a list", ofText("[]")],
    ["a text", ofText('"a"')],
    ["null", ofText("null")],
    ["nothing", ofText("")],
    ["depths of brackets", ofText("[".repeat(100_000))],
    ["no notebook", "#nb="],
    ["a notebook whose name is markup", "#nb=<script>/alert"],
    ["a notebook above the book", "#nb=../../etc&s=AA"],
    ["a notebook with a name of 30,000 letters", `#nb=a/${"a".repeat(30_000)}`],
    ["another fragment", "#a-heading"],
  ];
  test.each(cases)("%s", async (_, fragment) => {
    expect(await refusal(fragment)).toMatch(/^[A-Z][^<>]+\.$/);
  });
});

/** Ways to spoil a link; each gets a valid one and its JSON. */
const spoilers: ((fragment: string, json: string, random: Random) => string)[] = [
  (fragment, _, random) => fragment.slice(0, Math.floor(random() * fragment.length)),
  (fragment, _, random) => fragment.slice(Math.floor(random() * fragment.length)),
  // bits of the deflated bytes
  (_, json, random) => {
    const bytes = deflateRawSync(json);
    for (let i = 0; i < 1 + random() * 4; ++i)
      bytes[Math.floor(random() * bytes.length)] ^= 1 << Math.floor(random() * 8);
    return around(bytes);
  },
  // characters of the fragment
  (fragment, _, random) => replaceAt(fragment, random, String.fromCharCode(Math.floor(random() * 0xffff))),
  (_, json, random) => ofText(replaceAt(json, random, '"{}[]:,\\0<\u0000\ud800é'[Math.floor(random() * 14)])),
  (_, json, random) => ofText(json.slice(0, Math.floor(random() * json.length))),
  // a value of another type
  (_, json, random) =>
    ofText(json.replace(anyOf(random, ["4096", "true", "2,", '"n"', "1,"]), anyOf(random, strange))),
  // a field twice, or one that JavaScript uses
  (_, json, random) => ofText(json.replace("{", `{${anyOf(random, keys)}:${anyOf(random, strange)},`)),
  (_, json, random) => ofText(json.replace("[[", `[[${anyOf(random, keys)},${anyOf(random, strange)}],[`)),
  // bombs of every size
  (_, json, random) => ofText(json.replace("sumAbove", "a".repeat(2 ** (10 + random() * 10)))),
  (_, __, random) => around(Uint8Array.from({ length: random() * 200 }, () => random() * 256)),
];
const strange = [
  "null",
  "{}",
  "[]",
  "1e999",
  "-1",
  "1e21",
  '"\\ud800"',
  "[[[[1]]]]",
  '{"toString":1}',
  '"<img onerror=x>"',
];
const keys = ['"__proto__"', '"constructor"', '"v"', '"hash"', '"toString"', '"cells"', "9007199254740993"];

test("10,000 spoilt links are refused in words or are valid links of their own, and none throws", async () => {
  const random = randomFrom(20_261_127);
  let refused = 0;
  for (let i = 0; i < 10_000; ++i) {
    const own = anyState(random);
    const json = writeState(own);
    const fragment = (await writeLink(id, own)) ?? "";
    const spoilt = spoilers[i % spoilers.length](fragment, json, random);
    const opened = await readLink(spoilt);
    if ("refusal" in opened) {
      refused += 1;
      expect(opened.refusal).toMatch(/^[A-Z][^<>]+\.$/);
      continue;
    }
    // whatever is read can be written, and reads the same: nothing half-understood gets through
    if (opened.state === null) expect(spoilt).toBe(`#nb=${opened.id}`);
    else expect(await readLink((await writeLink(opened.id, opened.state)) ?? "")).toEqual(opened);
  }
  expect(refused).toBeGreaterThan(8_000);
}, 60_000);

function anyState(random: Random): LinkState {
  const texts = [
    "let x = 1;",
    "sumAbove()",
    "</script><script>",
    "😀\u202e",
    "\0\u2028",
    "return 4096;\n".repeat(9),
  ];
  return {
    hash,
    inputs: [
      ["n", random() < 0.5 ? 4096 : random()],
      ["twice", true],
    ],
    cells: [2, 6, 10].filter(() => random() < 0.7).map((cell) => [cell, anyOf(random, texts)]),
  };
}

function anyOf<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)];
}

function replaceAt(text: string, random: Random, by: string): string {
  const place = Math.floor(random() * text.length);
  return text.slice(0, place) + by + text.slice(place + 1);
}
