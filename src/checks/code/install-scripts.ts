import type { Check } from "../check.ts";
import { textOf } from "../files.ts";
import { sayAt } from "../prose/page.ts";

/** No package runs a script when it is installed, but for those that package.json names. */
export const installScripts: Check = {
  name: "install scripts",
  run: async (root) =>
    installScriptProblems(
      textOf(root, "package-lock.json"),
      JSON.parse(textOf(root, "package.json")).allowScripts ?? {},
    ),
};

/**
 * Packages with install scripts of which nobody has decided.
 * @param allowed package to whether its script may run
 */
export function installScriptProblems(lock: string, allowed: Record<string, boolean>): string[] {
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => ({ path, name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length) }))
    .filter(({ name }) => !Object.hasOwn(allowed, name))
    .map(({ path, name }) =>
      sayAt(
        { file: "package-lock.json", text: lock },
        lock.indexOf(`"${path}"`),
        `${name} runs a script when it is installed`,
        `Read the script, then write "${name}": true or false under allowScripts in package.json`,
      ),
    );
}
