import { execFile, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startDisplay } from "./display.ts";
import { firstScript } from "./first-script.ts";
import { freePort } from "./free-port.ts";
import { pageOf } from "./page.ts";
import { startRecordingProxy } from "./recording-proxy.ts";
import type { Browser, PageOptions } from "./types.ts";
import { createSession } from "./webdriver.ts";
import { webKitTab } from "./webkit-tab.ts";

/** MiniBrowser's toolbar keeps a window at least 447 px wide; without its padding a phone's width is possible. */
const NARROW_TOOLBAR =
  "* { padding: 0; margin: 0; min-width: 0; border-width: 0; letter-spacing: 0; font-size: 6px }";

export interface WebKitPaths {
  driver: string;
  miniBrowser: string;
  xvfb: string;
}

export interface WebKitOptions {
  /** WebKitGTK has SharedArrayBuffer behind this switch only (Safari has it when isolated); true unless given */
  sharedArrayBuffer?: boolean;
}

/**
 * WebKitGTK's MiniBrowser on a display of its own, through WebKitWebDriver. A driver serves one session, so each page
 * has its own driver and browser. `home` is a folder that it may write to.
 */
export async function launchWebKit(
  paths: WebKitPaths,
  home: string,
  { sharedArrayBuffer = true }: WebKitOptions = {},
): Promise<Browser> {
  await mkdir(join(home, ".config/gtk-3.0"), { recursive: true });
  await writeFile(join(home, ".config/gtk-3.0/gtk.css"), NARROW_TOOLBAR);
  const display = await startDisplay(paths.xvfb);
  const open = new Set<() => Promise<void>>();

  async function startSession(options: PageOptions) {
    const proxy = await startRecordingProxy(firstScript(options));
    const port = await freePort();
    const driver = spawn(paths.driver, ["-p", String(port)], {
      stdio: "ignore",
      env: {
        ...process.env,
        HOME: home,
        DISPLAY: display.name,
        GDK_BACKEND: "x11",
        GTK_THEME: options.colorScheme === "dark" ? "Adwaita:dark" : "Adwaita",
        NO_AT_BRIDGE: "1",
        ...(sharedArrayBuffer && { JSC_useSharedArrayBuffer: "1" }),
      },
    });
    const kill = () => void driver.kill();
    process.once("exit", kill);
    const address = `127.0.0.1:${proxy.port}`;
    const session = await createSession(port, {
      proxy: { proxyType: "manual", httpProxy: address, sslProxy: address },
      "webkitgtk:browserOptions": {
        binary: paths.miniBrowser,
        args: ["--automation", `--enable-javascript=${options.javaScript ?? true}`],
      },
    });
    const dispose = async () => {
      if (!open.delete(dispose)) return;
      await session.end().catch(() => {});
      process.off("exit", kill);
      kill();
      proxy.stop();
    };
    open.add(dispose);
    return { session, proxy, dispose };
  }

  const { stdout } = await promisify(execFile)(paths.miniBrowser, ["--version"], {
    env: { ...process.env, DISPLAY: display.name, HOME: home },
  });

  return {
    engine: "webkit",
    version: stdout.trim().replace(/^.* /, ""),
    newPage: async (options = {}) => {
      const { session, proxy, dispose } = await startSession(options);
      const size = { width: options.width ?? 1280, height: options.height ?? 900 };
      return pageOf(await webKitTab(session, await session.handle(), size, proxy), dispose);
    },
    close: async () => {
      await Promise.all([...open].map((dispose) => dispose()));
      display.stop();
    },
  };
}
