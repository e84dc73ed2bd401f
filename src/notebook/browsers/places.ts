/** Where browsers live, by operating system. Data; `find.ts` reads it. */

/** Commands looked for on PATH, in order. */
export const COMMANDS = {
  chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  firefox: ["firefox-esr", "firefox"],
  webKitDriver: ["WebKitWebDriver"],
  xvfb: ["Xvfb"],
} as const;

/** Files, `*` allowed. `~` is the home directory, `%…%` an environment variable. */
export const FILES = {
  chromium: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "%PROGRAMFILES%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Microsoft/Edge/Application/msedge.exe",
  ],
  firefox: ["/Applications/Firefox.app/Contents/MacOS/firefox", "%PROGRAMFILES%/Mozilla Firefox/firefox.exe"],
  miniBrowser: [
    "/usr/lib/*/webkit2gtk-4.*/MiniBrowser",
    "/usr/lib*/webkit2gtk-4.*/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.*/MiniBrowser",
    "/usr/libexec/webkitgtk-6.*/MiniBrowser",
  ],
} as const;

/** Playwright's own cache. Its Firefox and WebKit are patched and obey Playwright alone, so only its Chromium serves. */
export const PLAYWRIGHT_CHROMIUM = {
  roots: [
    "%PLAYWRIGHT_BROWSERS_PATH%",
    "~/.cache/ms-playwright",
    "~/Library/Caches/ms-playwright",
    "%LOCALAPPDATA%/ms-playwright",
  ],
  files: [
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
  ],
} as const;

/** Debian packages that bring each engine. */
export const PACKAGES = {
  chromium: ["chromium"],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb"],
} as const;

/** The next step for somebody who lacks an engine; one line for each system. */
export const ADVICE: Record<string, Record<keyof typeof PACKAGES, string>> = {
  linux: {
    chromium:
      "install the package chromium (Debian, Fedora) or Google Chrome, or set HOT_PATH_CHROMIUM to its path",
    firefox: "install the package firefox-esr or firefox, or set HOT_PATH_FIREFOX to its path",
    webkit:
      "install the packages webkit2gtk-driver and xvfb (Debian, Ubuntu), or set HOT_PATH_WEBKIT to MiniBrowser",
  },
  darwin: {
    chromium: "brew install --cask google-chrome, or set HOT_PATH_CHROMIUM to its path",
    firefox: "brew install --cask firefox, or set HOT_PATH_FIREFOX to its path",
    webkit: "WebKitGTK exists on Linux only: CI covers it",
  },
  win32: {
    chromium: "winget install Google.Chrome, or set HOT_PATH_CHROMIUM to its path",
    firefox: "winget install Mozilla.Firefox, or set HOT_PATH_FIREFOX to its path",
    webkit: "WebKitGTK exists on Linux only: CI covers it",
  },
};
