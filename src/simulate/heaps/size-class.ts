/** Blocks of a class differ from those of the next by 16 bytes up to 128, and by a quarter of a power of two from there on. */
export interface SizeClass {
  index: number;
  bytes: number;
}

/** The smallest class that holds so many bytes. Four classes for each doubling leave less than a fifth of a block unused. */
export function sizeClass(bytes: number): SizeClass {
  if (bytes <= 128) return { index: (bytes - 1) >> 4, bytes: ((bytes + 15) >> 4) << 4 };
  const power = 31 - Math.clz32(bytes - 1);
  const quarter = power - 2;
  const quarters = (bytes - 1) >> quarter;
  return { index: 4 * (power - 6) + quarters, bytes: (quarters + 1) << quarter };
}

/** Unit of slabs, in bytes. */
export const PAGE = 1024;

/** Pages of a slab: four, or as many more as it takes to waste no more than an eighth of them. */
export function slabPages(bytes: number): number {
  let pages = Math.max(4, Math.ceil(bytes / PAGE));
  while ((pages * PAGE) % bytes > (pages * PAGE) / 8) pages += 1;
  return pages;
}
