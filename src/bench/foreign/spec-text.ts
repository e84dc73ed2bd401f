import type { Spec, Variant } from "../types.ts";

/**
 * The functions of a Spec as the text of an object: they travel to a worker as their own text, and see nothing there
 * but their arguments. Throws a TypeError for a function whose text does not say what it does.
 */
export function specText({ setup, check, variants }: Spec): string {
  const fields = Object.entries(variants).map(
    ([name, variant]) => `[${JSON.stringify(name)}]: ${variantText(variant, `variants.${name}`)}`,
  );
  return [
    "{",
    `setup: ${setup ? functionText(setup, "setup") : "undefined"},`,
    `check: ${check ? functionText(check, "check") : "undefined"},`,
    `variants: {\n${fields.join(",\n")}\n}`,
    "}",
  ].join("\n");
}

function variantText(variant: Variant, field: string): string {
  if (typeof variant === "function") return functionText(variant, field);
  const setup = variant.setup ? `setup: ${functionText(variant.setup, `${field}.setup`)}, ` : "";
  return `{ ${setup}run: ${functionText(variant.run, `${field}.run`)} }`;
}

const EXPRESSION = /^(async\b\s*)?(function\b|class\b|\(|[\p{ID_Start}$_][\p{ID_Continue}$]*\s*=>)/u;

/** The text of a function as an expression: a method such as `sum(input) {…}` needs an object around it. */
export function functionText(code: unknown, field: string): string {
  if (typeof code !== "function") throw new TypeError(`${field}: ${String(code)} is no function`);
  const text = Function.prototype.toString.call(code);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text)) {
    throw new TypeError(
      `${field}: a built-in or bound function has no text that could travel to a worker; write (input) => …`,
    );
  }
  return EXPRESSION.test(text) ? `(${text})` : `Object.values({ ${text} })[0]`;
}
