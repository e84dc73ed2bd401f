import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLinks } from "../../src/checks/links/check-links.ts";
import { folderWith } from "../record/recorded-book.ts";

const asking = { patienceMs: 300, pauseMs: 0 };
const asked: string[] = [];
let inside = 0;
let most = 0;
let host = "";

const server = createServer((request, response) => {
  const { url = "" } = request;
  asked.push(url);
  most = Math.max(most, ++inside);
  response.on("close", () => --inside);
  if (url.startsWith("/archive")) {
    const copy = url.includes("gone-but-kept")
      ? { closest: { url: "https://web.archive.org/web/1/kept" } }
      : {};
    response.end(JSON.stringify({ archived_snapshots: copy }));
  } else if (url === "/moved") response.writeHead(301, { location: "/there" }).end();
  else if (url.startsWith("/there")) response.end("here");
  else if (url === "/refuses") response.writeHead(403).end();
  else if (url === "/broken") response.writeHead(503).end();
  else if (url !== "/never") response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const book = (...paths: string[]) =>
  folderWith({
    "content/cpu/a.mdx": `---\ntitle: A\n---\n\n${paths.map((path) => `[x](${host}${path})`).join("\n")}\n`,
  });
const check = (root: string) => checkLinks(root, asking, `${host}/archive`);

it("what is there, also elsewhere, is silent, and is not asked again soon", async () => {
  const root = book("/there", "/moved");
  expect(await check(root)).toEqual({ problems: [], silent: [], asked: 2 });
  expect(await check(root)).toEqual({ problems: [], silent: [], asked: 0 });
});

it("what is gone is told at every place, with the archived copy if there is one", async () => {
  const { problems } = await check(book("/gone-but-kept", "/gone", "/gone#part"));
  expect(problems).toEqual([
    `content/cpu/a.mdx:5:1: ${host}/gone-but-kept is gone (404). Its archived copy is https://web.archive.org/web/1/kept.`,
    `content/cpu/a.mdx:6:1: ${host}/gone is gone (404). Name another source, or another address of this one.`,
    `content/cpu/a.mdx:7:1: ${host}/gone is gone (404). Name another source, or another address of this one.`,
  ]);
});

it("a host that does not answer, refuses us or is broken is no problem, and is asked the next time", async () => {
  const root = book("/never", "/refuses", "/broken");
  const { problems, silent } = await check(root);
  expect(problems).toEqual([]);
  expect(silent).toEqual([`${host}/never (TimeoutError)`, `${host}/refuses (403)`, `${host}/broken (503)`]);
  expect((await check(root)).asked).toBe(3);
});

it("one host is asked one thing at a time", async () => {
  inside = 0;
  most = 0;
  await check(book("/there?1", "/there?2", "/there?3", "/there?4"));
  expect(most).toBe(1);
  expect(asked.filter((url) => url.startsWith("/there?"))).toHaveLength(4);
});

it("addresses of cited facts are asked too", async () => {
  const root = folderWith({ "content/facts/a.yaml": `id: a\nsource:\n  url: ${host}/gone\n` });
  expect((await check(root)).problems).toEqual([expect.stringMatching(/^content\/facts\/a\.yaml:3:3: /)]);
});
