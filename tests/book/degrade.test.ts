import { expect, onTestFinished, test } from "vitest";
import { launch, type Page } from "../../src/notebook/browsers/index.ts";
import { violationsOf } from "./axe.ts";
import { untilReloaded } from "./offline/kept.ts";
import { ownServer } from "./offline/own-server.ts";
import {
  book,
  expectQuiet,
  inEveryEngine,
  notebooks,
  parts,
  press,
  RUN_MS,
  reaches,
  START_MS,
  startsWorker,
} from "./page.ts";
import { beginMeasuring, resultsOf, said } from "./said.ts";

const address = "fixtures/needs/";
const wants = 'hot-notebook[notebook="fixtures/wants"]';
const files = 'hot-notebook[notebook="fixtures/files"]';
const sums = 'hot-notebook[notebook="fixtures/sums"]';

/** As WebKitGTK, which has neither, and as an old processor. */
const poor = `
delete globalThis.SharedArrayBuffer;
delete globalThis.StorageManager?.prototype.getDirectory;
{
  const { validate } = WebAssembly;
  WebAssembly.validate = (bytes) => !new Uint8Array(bytes).includes(0xfd) && validate(bytes);
}`;

/** As Firefox with privacy.resistFingerprinting: steps of 16.7 ms, also on an isolated page. */
const coarse = `
{
  const now = performance.now.bind(performance);
  performance.now = () => Math.floor(now() / 16.7) * 16.7;
}`;

/** As Chromium and Firefox answer when the reader blocks all cookies. */
const blocked = `
{
  const refuse = () => { throw new DOMException("The operation is insecure.", "SecurityError"); };
  const reject = async () => refuse();
  for (const name of ["localStorage", "sessionStorage", "caches"])
    Object.defineProperty(window, name, { get: refuse, configurable: true });
  // a page that is not secure, such as about:blank, has few of them
  const replace = (name, methods) => Object.assign(globalThis[name]?.prototype ?? {}, methods);
  replace("IDBFactory", { open: refuse, databases: reject });
  replace("LockManager", { request: reject, query: reject });
  replace("ServiceWorkerContainer", { register: reject, getRegistration: reject });
  replace("StorageManager", { getDirectory: reject });
}`;

/** Run changes nothing but the sentence below the title. */
async function expectHarmless(page: Page, notebook: string, sentence: RegExp): Promise<void> {
  expect(await said(page, notebook)).toMatch(sentence);
  await press(page, notebook, "Run");
  await page.waitFor(
    `${notebook} to say why it does not run`,
    (selector: string) => document.querySelector(`${selector}[data-state=idle] .nb-status`)?.textContent,
    START_MS,
    notebook,
  );
  const status = await page.evaluate(
    (selector: string) => document.querySelector(`${selector} .nb-status`)?.textContent ?? "",
    notebook,
  );
  expect(status).toBe("Nothing was measured, for the reason below.");
  expect(await resultsOf(page, notebook)).toEqual({});
}

const isolated = (page: Page) => page.evaluate<boolean, []>(() => crossOriginIsolated);

inEveryEngine((open, engine) => {
  test.runIf(engine === "webkit")(
    "WebKitGTK as it is started has no shared memory, and the page says so",
    async () => {
      const browser = await launch("webkit", { webkit: { sharedArrayBuffer: false } });
      onTestFinished(() => browser.close());
      const tab = await browser.newPage();
      await tab.goto(book + address);
      expect(await tab.evaluate<boolean, []>(() => crossOriginIsolated)).toBe(true);
      expect(await said(tab, wants)).toMatch(
        /\(SharedArrayBuffer\), and this browser does not offer it\. Run measures the other\.$/,
      );
      expectQuiet(tab);
    },
  );

  test("what a browser lacks is said before Run, and Run then leaves the recorded results as they are", async () => {
    const tab = await open(address, { before: poor });
    expect(await said(tab, wants)).toBe(
      "The second of the 2 experiments does not run here: it needs memory that workers share (SharedArrayBuffer), and this browser does not offer it. Run measures the other.",
    );
    await expectHarmless(
      tab,
      files,
      /^This experiment does not run here: it needs the browser’s file system \(OPFS\), and this browser does not offer it\.$/,
    );
    await expectHarmless(
      tab,
      sums,
      /: it needs SIMD of WebAssembly \(v128\), and this browser does not offer it\.$/,
    );
    expect(await startsWorker(tab, 1)).toBe(false);
    expectQuiet(tab);
  });

  test("under a coarse clock no benchmark runs, and simulations do", async () => {
    const tab = await open(address, { before: coarse });
    await expectHarmless(
      tab,
      wants,
      /^The experiments of this notebook do not run here: they need a clock with steps of at most 5 ms, and that of this browser moves in steps of 16\.7 ms/,
    );
    await press(tab, notebooks.simulation, "Run");
    await reaches(tab, notebooks.simulation, "done", RUN_MS);
    expectQuiet(tab);
  });

  test("with storage blocked the page keeps its theme, says what does not run, and measures the rest", async () => {
    const tab = await open(address, { before: blocked, serviceWorker: true, colorScheme: "light" });
    const theme = () => tab.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe("light");
    await tab.evaluate(() => {
      const select = document.querySelector(".hp-theme") as HTMLSelectElement;
      select.value = "dark";
      select.dispatchEvent(new Event("change"));
    });
    expect(await theme()).toBe("dark");
    // there is no lock to take
    await beginMeasuring(tab, wants);
    expectQuiet(tab);
  });

  test.runIf(engine === "chromium")(
    "on paper a notebook is its recorded result, without controls and notes",
    async () => {
      const tab = await open("cpu/branches/", { before: coarse });
      await said(tab, notebooks.benchmark);
      await tab.evaluate(() => {
        for (const sheet of document.styleSheets) {
          if (sheet.media.mediaText === "print") sheet.media.mediaText = "all";
          for (const rule of sheet.cssRules)
            if (rule instanceof CSSMediaRule && rule.media.mediaText === "print")
              rule.media.mediaText = "all";
        }
      });
      const within = (part: string) => tab.sees(`${notebooks.benchmark} ${part}`);
      for (const part of [parts.chart, parts.table, parts.code, ".nb-machine"])
        expect(await within(part), part).toBe(true);
      for (const part of [".nb-toolbar", ".nb-status", ".nb-note", "form"])
        expect(await within(part), part).toBe(false);
      expect(await tab.sees(".hp-works-offline")).toBe(false);
    },
  );

  test("on a host without headers a notebook says what does not run, measures the rest, and offers the fine timer", async () => {
    const server = await ownServer("dist", false);
    onTestFinished(() => server.cut());
    const page = await open(`${server.book}fixtures/needs/`, { serviceWorker: true });
    expect(await isolated(page)).toBe(false);
    expect(await said(page, wants)).toMatch(
      /^The second of the 2 experiments does not run here: it needs memory that workers share \(SharedArrayBuffer\), and this page is not cross-origin isolated, since its host sends no COOP and COEP headers\. Run measures the other\. The clock moves in steps of [\d.]+ ms: Run works, /,
    );
    if (engine === "chromium") {
      await press(page, wants, "Run");
      await reaches(page, wants, "done", RUN_MS);
      expect(Object.keys(await resultsOf(page, wants))).toEqual(["plain"]);
    } else await beginMeasuring(page, wants);
    expect(await page.evaluate(() => document.querySelectorAll(".nb-error").length)).toBe(0);
    const last = await page.evaluate(
      (selector: string) => document.querySelector(`${selector} [data-cell="5"]`)?.textContent,
      wants,
    );
    expect(last, "a cell that fails for want of shared memory, as the build rendered it").toContain(
      "64 bytes that workers can share",
    );

    await page.waitFor("the offer", () => document.querySelector("details.nb-fine-timer") !== null, START_MS);
    expect(await isolated(page), "nothing happens before the press").toBe(false);
    await page.click(`${wants} .nb-fine-timer > summary`);
    if (engine === "chromium") expect(await violationsOf(page)).toBe("");
    await page.click({ role: "button", name: "Isolate the book and load this page again", within: wants });
    await untilReloaded(page, "an isolated page", () => crossOriginIsolated);
    expect(await page.evaluate<boolean, []>(() => typeof SharedArrayBuffer === "function")).toBe(true);
    // the scripts of workers need the headers as well
    await beginMeasuring(page, wants);

    await page.goto(`${server.book}offline/`);
    expect(await isolated(page), "other pages too").toBe(true);
    await page.waitFor(
      "the switch",
      () => document.querySelector<HTMLElement>('[data-part="isolation"]')?.hidden === false,
      START_MS,
    );
    await page.click({ role: "button", name: "Use the coarse timer again" });
    await untilReloaded(page, "a page as the host sends it", () => !crossOriginIsolated);
  });
});
