/** A page of physical memory; its content is one letter. */
export interface PageFrame {
  value: string;
  /** belongs to no file and no shared memory: swap is the only place it could go to */
  anonymous: boolean;
  /** entries of page tables that lead to it */
  mappers: number;
}

/** What stands behind a mapping. */
export interface Backing {
  /** pages of the file or of shared memory, null where none has been made yet; null itself for private memory */
  frames: (PageFrame | null)[] | null;
  /** the one page of zeros that stands in for private memory that has only been read */
  zero: PageFrame;
}

export const frameWith = (value: string): PageFrame => ({ value, anonymous: false, mappers: 0 });

export function backing(content: "full" | "empty" | "none", pages: number): Backing {
  return {
    frames:
      content === "none"
        ? null
        : Array.from({ length: pages }, () => (content === "full" ? frameWith("a") : null)),
    zero: frameWith("0"),
  };
}
