import type { Environment } from "../types.ts";

/** "Chromium 156"; the name alone where the browser does not tell its version. */
export function browserLabel({ browser: { name, major } }: Pick<Environment, "browser">): string {
  return major > 0 ? `${name} ${major}` : name;
}
