/** On Debian as root, and only then, what is missing is installed; a contributor's own machine is left alone. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { advice, type Found, findBrowsers, missing } from "./find.ts";
import { PACKAGES } from "./places.ts";

export interface Browsers {
  found: Found;
  /** a line for each engine that is not there, with what to install */
  notes: string[];
  /** whether those lines are failures: in CI all engines are required, elsewhere one is enough */
  fails: boolean;
}

/** Finds the browsers, installs the missing ones where that is allowed, and says what is still missing. */
export function provideBrowsers(): Browsers {
  if (missing(findBrowsers()).length > 0 && isDebianRoot()) install();
  const found = findBrowsers();
  const absent = missing(found);
  const fails = process.env.CI === "true" ? absent.length > 0 : absent.length === 3;
  return { found, notes: absent.map(advice), fails };
}

/** Whether packages may be installed here: on Debian as root, as in CI's container. */
export function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    return /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

function install(): void {
  installPackages(missing(findBrowsers()).flatMap((engine) => PACKAGES[engine]));
}

/** Installs Debian packages; what fails is said in one line. */
export function installPackages(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(", ")} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => {
    const { status, stderr } = spawnSync("apt-get", args, {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (status !== 0) console.error(`apt-get ${args.join(" ")} failed: ${stderr.trim().split("\n").at(-1)}`);
  };
  apt("update", "-qq");
  apt("install", "-qq", "-y", "--no-install-recommends", ...packages);
}
