import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/**
 * The service worker as one classic script: Firefox has had module service workers for a short time only.
 * @param bookList path of the list of the book that it belongs to
 */
export async function workerCode(bookList: string): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL("../worker/service-worker.ts", import.meta.url)),
    logLevel: "silent",
    // Workbox logs each request unless it is told that this is production
    transform: {
      define: { "process.env.NODE_ENV": '"production"', HOT_PATH_BOOK: JSON.stringify(bookList) },
    },
  });
  try {
    const { output } = await build.generate({ format: "iife", minify: true });
    return output[0].code;
  } finally {
    await build.close();
  }
}
