/** What prepares the notebooks of a build beside its pages. */
export interface Preparing {
  /** Resolves when the notebook can be read, or when all are done and it is not among them. */
  ready(id: string): Promise<void>;
}

/** Astro bundles what pages use, so this module exists twice: in the build, and in its pages. Both see the global object. */
const shared = globalThis as { hotPathNotebooks?: Preparing };

/** Lets pages wait for notebooks. */
export function announce(preparing: Preparing): void {
  shared.hotPathNotebooks = preparing;
}

/** Resolves when a notebook has been prepared; at once in development, which prepares all of them before any page. */
export async function prepared(id: string): Promise<void> {
  await shared.hotPathNotebooks?.ready(id);
}
