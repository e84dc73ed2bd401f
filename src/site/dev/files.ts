import { once } from "node:events";
import { relative, resolve } from "node:path";
import { watch } from "chokidar";

/** What editors write beside a file that is being saved. */
const PASSING = /(^|[/\\])(\.[^/\\]+|4913)$|~$|\.(swp|swx|tmp)$/;

/**
 * Tells of every file that is saved, made or taken away; resolves once it does.
 * @param paths folders and files of the project, from its root
 * @param saved gets the path of the file from the root, with "/" between folders
 * @param signal ends the watch
 */
export async function watchPaths(
  root: string,
  paths: readonly string[],
  saved: (file: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const watcher = watch([...paths], {
    cwd: root,
    ignoreInitial: true,
    ignored: (path) => PASSING.test(relative(root, resolve(root, path))),
  });
  for (const event of ["add", "change", "unlink"] as const)
    watcher.on(event, (path) => saved(path.replaceAll("\\", "/")));
  signal.addEventListener("abort", () => void watcher.close(), { once: true });
  await once(watcher, "ready");
}
