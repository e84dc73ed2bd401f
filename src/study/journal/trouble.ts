/** Why the device does not keep what the reader does, in words with the way out. */

const STILL = "It counts on this page, and is lost when the page is closed.";

export const TROUBLES = {
  blocked: `This browser does not let the book keep anything. ${STILL} Allow site data for this address, or leave the private window.`,
  full: `The space that this browser gives to sites is full. ${STILL} Export it on the page “Your data”, make room, and import it.`,
  newer: `Another tab has a newer version of the book, which keeps its data in a newer form. ${STILL} Reload this page.`,
  older: `Another tab still has an older version of the book open. ${STILL} Close or reload that tab, then reload this page.`,
} as const;

/** Name of an error to its sentence. Where storage is switched off, engines do not agree on the name. */
const BY_NAME: Record<string, string> = {
  QuotaExceededError: TROUBLES.full,
  VersionError: TROUBLES.newer,
  BlockedError: TROUBLES.older,
  SecurityError: TROUBLES.blocked,
  InvalidStateError: TROUBLES.blocked,
  UnknownError: TROUBLES.blocked,
  NotAllowedError: TROUBLES.blocked,
  // there is no IndexedDB at all
  TypeError: TROUBLES.blocked,
};

/** The sentence for what IndexedDB says; the names are those of the Web IDL and Indexed Database standards, and “BlockedError”. */
export function troubleOf(error: unknown): string {
  const { name = "", message = "" } = (error ?? {}) as Partial<Error>;
  const said = [name, message].filter(Boolean).join(": ");
  return BY_NAME[name] ?? `The browser could not keep it (${said}). ${STILL} Reload the page to try again.`;
}
