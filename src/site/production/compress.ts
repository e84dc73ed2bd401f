import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { Lanes } from "./lanes.ts";

const TEXT = /\.(html|css|js|mjs|json|svg|xml|txt)$/;

/** Smaller files gain less than their headers weigh. */
const MINIMUM_BYTES = 400;

/**
 * A chapter of 354 KB: quality 5 takes 7 ms and gives 44.3 KB, 9 takes 28 ms for 42.9 KB, 10 takes 139 ms for 38.8 KB, 11 takes 475 ms
 * for 37.8 KB. A file is compressed once and sent many times.
 */
const BEST = { brotli: 11, gzip: 9 };

/** More than the planned 70 chapters and the pages around them; beyond, the best quality would take longer than all else. */
const BEST_PAGES = 130;
const LARGE = { brotli: 5, gzip: 6 };

export type Quality = typeof BEST;

/** What a site of so many pages is compressed with: as well as can be, or, if it is large, as well as takes a fair share of the time of its build. */
export function qualityFor(pages: number): Quality {
  return pages > BEST_PAGES ? LARGE : BEST;
}

/** Files that are compressed at once: more wait in memory for the same few threads. */
const AT_ONCE = 8;

/** Writes `.br` and `.gz` beside each text file. */
export async function compress(files: readonly string[], quality: Quality): Promise<void> {
  const lanes = new Lanes(AT_ONCE);
  for (const file of files.filter((name) => TEXT.test(name)))
    lanes.add(async () => compressFile(file, await readFile(file), quality));
  await lanes.done();
}

/** Writes the compressed copies of a file with these bytes beside it. */
export async function compressFile(file: string, bytes: Buffer, quality: Quality): Promise<void> {
  if (bytes.length < MINIMUM_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality.brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(bytes, { level: quality.gzip }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
