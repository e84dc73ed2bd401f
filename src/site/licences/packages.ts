import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that reaches the reader, with what its licence asks to be passed on. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** an SPDX expression */
  licence: string;
  /** its licence files, as they are */
  text: string;
}

/** The folder of the package that a module belongs to; null for a module of ours or of the bundler. */
export function packageFolder(moduleId: string): string | null {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(moduleId.replace(/^\0/, ""));
  return match ? match[1] : null;
}

/** Licence files of a package: those beside its package.json, and those in a folder of licences. */
function licenceFiles(folder: string): string[] {
  const entries = (path: string) => readdirSync(path, { withFileTypes: true });
  const own = entries(folder).filter(
    (entry) => entry.isFile() && /^(licen[cs]es?|copying|notice)\b/i.test(entry.name),
  );
  const inFolders = entries(folder)
    .filter((entry) => entry.isDirectory() && /^licen[cs]es?$/i.test(entry.name))
    .flatMap(({ name }) => entries(join(folder, name)).filter((entry) => entry.isFile()));
  return [...own, ...inFolders].map(({ parentPath, name }) => join(parentPath, name)).sort();
}

/** Reads a package. @throws if it names no licence: then nobody may pass it on */
export function readPackage(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof license !== "string")
    throw new Error(`${name} ${version} names no licence: take it out, or ask its authors.`);
  const text = licenceFiles(folder)
    .map((file) => readFileSync(file, "utf8").trim())
    .join("\n\n");
  return { name, version, licence: license, text };
}

/** The list for readers: packages by name, those with one and the same text together. */
export function licenceList(packages: readonly ShippedPackage[], fonts: string): string {
  const sorted = packages.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const titles = sorted.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const texts = [...Map.groupBy(sorted, ({ text }) => text)].map(([text, those]) => {
    const heads = those.map(({ name, version }) => `${name} ${version}`).join("\n");
    return `${RULE}\n${heads}\n\n${text || `The package has no licence text of its own; its licence is ${those[0].licence}.`}`;
  });
  return `${[INTRODUCTION, titles.join("\n"), ...texts, `${RULE}\n${fonts}`].join("\n\n")}\n`;
}

const RULE = "-".repeat(80);

const INTRODUCTION =
  "Hot Path: text under CC BY 4.0, code under the MIT licence.\n\n" +
  "What others wrote and this site sends to its readers, with the licence of each:";
