import { WorkerError } from "../errors.ts";

/** Names that belong to a page; a worker has none of them. */
const ofPages = ["window", "document", "localStorage", "sessionStorage", "parent", "top", "alert"];

/** An error of the worker in words that hand back the fix, where it comes from a function that travelled as text. */
export function explain(error: unknown): unknown {
  if (!(error instanceof WorkerError)) return error;
  const { message, workerStack } = error;
  const name = error.name === "ReferenceError" && unknownName(message);
  if (name)
    return new WorkerError(`${name} is not known in the worker. ${fixOf(name)}`, workerStack, error.name);
  if (!/syntax\s?error/i.test(message)) return error;
  return new WorkerError(
    `setup, check or a variant is no script by itself (${message}) Write them as functions of their own: (input) => …`,
    workerStack,
    "SyntaxError",
  );
}

/** From "x is not defined" (V8, SpiderMonkey) or "Can't find variable: x" (JavaScriptCore). */
function unknownName(message: string): string | undefined {
  return /^(\S+) is not defined|^Can't find variable: (\S+)/.exec(message)?.slice(1).find(Boolean);
}

function fixOf(name: string): string {
  if (ofPages.includes(name))
    return "It belongs to pages: take what you need from it beforehand, and pass it through params.";
  return (
    "The text of setup, variants and check travels there alone, so they see only their arguments: " +
    `pass ${name} through params, or make it in setup.`
  );
}
