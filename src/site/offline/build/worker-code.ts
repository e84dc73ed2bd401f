import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/**
 * The service worker as one classic script, which every engine takes.
 * @param sharedList path of the list of what it keeps beside pages
 */
export async function workerCode(sharedList: string): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL("../worker/service-worker.ts", import.meta.url)),
    logLevel: "silent",
    // Workbox logs each request unless it is told that this is production
    transform: {
      define: { "process.env.NODE_ENV": '"production"', HOT_PATH_SHARED: JSON.stringify(sharedList) },
    },
  });
  try {
    const { output } = await build.generate({ format: "iife", minify: true });
    return output[0].code;
  } finally {
    await build.close();
  }
}
