/** How engines speak of shared memory when they refuse to make or to clone it. */
const ABOUT_SHARING = /SharedArrayBuffer|\bshared\b|cross-origin|WebAssembly\.Memory/i;

/** Why this page or worker has no memory that workers share (SharedArrayBuffer), as a clause; null if it has. */
export function whyNoSharedMemory(): string | null {
  // undefined in hosts that know no isolation
  if (globalThis.crossOriginIsolated === false)
    return "this page is not cross-origin isolated, since its host sends no COOP and COEP headers";
  return typeof SharedArrayBuffer === "function" ? null : "this browser does not offer it";
}

/** What to tell instead of an error whose cause is that this worker has no shared memory; null for other errors. */
export function missingSharedMemory(message: string): string | null {
  const why = ABOUT_SHARING.test(message) ? whyNoSharedMemory() : null;
  if (why === null) return null;
  return (
    `The experiment needs memory that workers share (SharedArrayBuffer), and ${why}. Open it in a current browser from a ` +
    `host that sends both headers, or read the recorded results. (${message})`
  );
}
