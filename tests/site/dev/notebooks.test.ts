import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { notebooksInDev } from "../../../src/site/dev/notebooks.ts";
import { prepareBeside } from "../../../src/site/notebooks/prepare-beside.ts";
import { folderWith } from "../../record/recorded-book.ts";

const FILE = "notebooks/loops/one.html";
const OTHER = "notebooks/loops/two.html";
const FACT = "content/facts/cpu/miss.yaml";
const notebook = (code: string) =>
  `<!doctype html>\n<notebook theme="air">\n  <title>Example</title>\n  <script type="text/x-typescript">\n    ${code}\n  </script>\n</notebook>\n`;
const place = `${FILE}:5:15`;

let root: string;
let server: ViteDevServer;
const pages: Worker[] = [];

/** What the server sends to one open page. */
interface Message {
  type: string;
  err?: {
    title: string;
    message: string;
    stack: string;
    loc: { file: string; line: number; column: number };
  };
}

/** In a thread, since notebooks were rendered in this one: its events are those of a page, which Node's own socket refuses. */
const socket = `
  const { parentPort, workerData } = require("node:worker_threads");
  const socket = new WebSocket(workerData, "vite-hmr");
  socket.onmessage = ({ data }) => parentPort.postMessage(JSON.parse(data));
`;

/** Opens what a page has: the socket. Every call of `next` gives the next message that concerns a reader. */
async function openPage(): Promise<{ next: () => Promise<Message> }> {
  const { host } = new URL(server.resolvedUrls?.local[0] ?? "");
  const page = new Worker(socket, {
    eval: true,
    workerData: `ws://${host}/?token=${server.config.webSocketToken}`,
  });
  pages.push(page);
  const messages: Message[] = [];
  let wake = () => {};
  const connected = once(page, "message");
  page.on("message", (message: Message) => {
    if (message.type === "error" || message.type === "full-reload") messages.push(message);
    wake();
  });
  await connected;
  const next = async (): Promise<Message> => {
    while (messages.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return messages.shift() as Message;
  };
  return { next };
}

function save(file: string, text: string): void {
  writeFileSync(join(root, file), text);
}

beforeAll(async () => {
  root = folderWith({
    [FILE]: notebook("const a = 1;"),
    [OTHER]: notebook("const b = 1;"),
    [FACT]: "value: 1\n",
    "content/cpu/loops.mdx": '<Notebook src="loops/one" />',
    "index.html": "",
  });
  server = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { port: 0, host: "localhost" },
    plugins: [notebooksInDev(root, "/", prepareBeside(root))],
  });
  await server.listen();
});
afterEach(() => Promise.all(pages.splice(0).map((page) => page.terminate())));
afterAll(() => server.close());

it("a page that is asked for while the server starts waits for the notebooks that it shows", async () => {
  const { origin } = new URL(server.resolvedUrls?.local[0] ?? "");
  await fetch(`${origin}/cpu/loops/`);
  expect(existsSync(join(root, ".notebooks/loops/one/page.json"))).toBe(true);
});

it("a saved notebook is compiled, and open pages load again", async () => {
  const { next } = await openPage();
  save(FILE, notebook("const a = 2;"));
  expect(await next()).toMatchObject({ type: "full-reload" });
  const page = await import(join(root, ".notebooks/loops/one/page.json"), { with: { type: "json" } });
  expect(page.default.cells[0].value).toBe("const a = 2;");
});

it("a fact that was saved shows in open pages, though nothing is compiled", async () => {
  const { next } = await openPage();
  save(FACT, "value: 2\n");
  expect(await next()).toMatchObject({ type: "full-reload" });
});

it("a notebook that does not compile lies over every page with place, sentence and fix, without a stack, until it is mended", async () => {
  const { next } = await openPage();
  save(FILE, notebook("const a = nowhere;"));
  const told: Message = {
    type: "error",
    err: {
      title: place,
      message: "“nowhere” is not defined. Declare it in a cell (const nowhere = …) or import it.",
      stack: "",
      loc: { file: FILE, line: 5, column: 15 },
    },
  };
  expect(await next()).toMatchObject(told);
  const later = await openPage();
  expect(await later.next(), "a page that is opened meanwhile").toMatchObject(told);
  await next();
  save(OTHER, notebook("const b = 2;"));
  expect(await next(), "another notebook").toMatchObject({ type: "full-reload" });
  save(FILE, notebook("const a = 3;"));
  expect(await next()).toMatchObject({ type: "full-reload" });
  const last = await openPage();
  save(FACT, "value: 3\n");
  expect(await last.next(), "a page that is opened after that").toMatchObject({ type: "full-reload" });
});

it("of a notebook that was taken away nothing stays", async () => {
  const { next } = await openPage();
  rmSync(join(root, OTHER));
  expect(await next()).toMatchObject({ type: "full-reload" });
  await expect(import(join(root, ".notebooks/loops/two/page.json"))).rejects.toThrow();
});
