/** How engines speak of shared memory when they refuse to make or to clone it. */
const ABOUT_SHARING = /SharedArrayBuffer|\bshared\b|cross-origin|WebAssembly\.Memory/i;

const NEED = "The experiment needs memory that workers share (SharedArrayBuffer)";

/** What to tell instead of an error whose cause is that this worker has no shared memory; null for other errors. */
export function missingSharedMemory(message: string): string | null {
  if (!ABOUT_SHARING.test(message)) return null;
  // undefined in hosts that know no isolation
  if (globalThis.crossOriginIsolated === false) {
    return (
      `${NEED}, which this page lacks because it is not cross-origin isolated. Open it from a host that sends the ` +
      `headers COOP and COEP (npm start does), or read the recorded results. (${message})`
    );
  }
  if (typeof SharedArrayBuffer === "function") return null;
  return (
    `${NEED}, which this browser does not offer. Use a current Chromium or Firefox, or read the recorded results; ` +
    `WebKitGTK has it when started with JSC_useSharedArrayBuffer=1. (${message})`
  );
}
