import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../check.ts";
import { sayAt } from "../prose/page.ts";

/** One package of a lock file, as far as it matters here. */
export interface LockEntry {
  version: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface Lock {
  packages: Record<string, LockEntry>;
}

/**
 * Optional packages of other platforms that a lock file lacks, by the path they belong to. npm leaves them out when the
 * registry at hand does not offer them, and `npm ci` then refuses the file.
 */
export function missingEntries({ packages }: Lock): Map<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = ancestors(path).find((folder) => packages[`${folder}node_modules/${name}`]);
      const fits =
        found !== undefined &&
        (packages[`${found}node_modules/${name}`].version === version || /[\^~*>]/.test(version));
      if (!fits)
        missing.set(
          found === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`,
          entry(name, version),
        );
    }
  }
  return missing;
}

/** Folders whose `node_modules` Node searches for a package, nearest first, each with a slash at the end. */
function ancestors(path: string): string[] {
  const parents = [path];
  for (let at = path; at.includes("node_modules/"); ) {
    at = at.slice(0, at.lastIndexOf("node_modules/")).replace(/\/$/, "");
    parents.push(at);
  }
  return parents.map((parent) => (parent ? `${parent}/` : ""));
}

const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "win32",
  "windows",
  "openharmony",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
];
const processors = ["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "arm", "wasm32"];

/** Packages of one platform carry its name. */
function entry(name: string, version: string): LockEntry {
  const tail = name.split("/").at(-1) ?? "";
  const system = systems.find((word) => tail.includes(word))?.replace("windows", "win32");
  const processor = processors.find((word) => tail.includes(word));
  const libc = tail.includes("musl")
    ? ["musl"]
    : tail.includes("gnu") && system === "linux"
      ? ["glibc"]
      : undefined;
  return {
    version,
    dev: true,
    optional: true,
    ...(system && { os: [system] }),
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc }),
  };
}

/** `package-lock.json` names every package that `npm ci` looks for, and no host. */
export const lock: Check = {
  name: "lock file",
  run: async (root) => lockProblems(readFileSync(join(root, "package-lock.json"), "utf8")),
};

/** What is wrong with the text of `package-lock.json`. */
export function lockProblems(text: string): string[] {
  const missing = [...missingEntries(JSON.parse(text)).keys()].map(
    (path) => `package-lock.json:1:1: ${path} is missing. Run node src/checks/complete-lock.ts.`,
  );
  const foreign = text.indexOf('"resolved"');
  if (foreign < 0) return missing;
  return [
    ...missing,
    sayAt(
      { file: "package-lock.json", text },
      foreign,
      "names the host of a registry",
      "Run npm install with omit-lockfile-registry-resolved=true, as .npmrc says",
    ),
  ];
}
