import { globSync } from "node:fs";
import { join } from "node:path";
import { type Fact, loadFact } from "../facts.ts";

/** Every fact of `content/facts/`, in the order of their ids. */
export function loadFacts(root: string): Fact[] {
  const folder = join(root, "content/facts");
  const files = globSync("**/*.yaml", { cwd: folder }).map((file) => file.replaceAll("\\", "/"));
  return files.sort().map((file) => loadFact(file.replace(/\.yaml$/, "")));
}
