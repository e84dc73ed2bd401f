import type { Environment, Recorded } from "../types.ts";

/** "Chromium 156"; the name alone where the browser does not tell its version. */
export function browserLabel({ browser: { name, major } }: Pick<Environment, "browser">): string {
  return major > 0 ? `${name} ${major}` : name;
}

/** The same with the machine, or else the system, where another record has the same browser. */
export function recordedLabel(result: Recorded, all: readonly Recorded[]): string {
  const name = browserLabel(result.environment);
  const isShared = all.filter(({ environment }) => browserLabel(environment) === name).length > 1;
  return isShared ? `${name}, ${result.machine ?? result.environment.os}` : name;
}
