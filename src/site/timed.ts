import type { AstroIntegrationLogger } from "astro";

/** Does a part of a build, and says how long it took: `npm run bench build` adds these lines up. */
export async function timed<T>(
  logger: AstroIntegrationLogger,
  what: string,
  work: () => T | Promise<T>,
): Promise<T> {
  const started = performance.now();
  const done = await work();
  logger.info(`${what} in ${Math.round(performance.now() - started)}ms.`);
  return done;
}
