import { readFile, stat, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = /\.(html|css|js|mjs|json|svg|xml|txt)$/;

/** Smaller files gain less than their headers weigh. */
const MINIMUM_BYTES = 400;

/**
 * A chapter of 354 KB: quality 5 takes 7 ms and gives 44.3 KB, 9 takes 28 ms for 42.9 KB, 10 takes 139 ms for 38.8 KB, 11 takes 475 ms
 * for 37.8 KB. A file is compressed once and sent many times.
 */
const BEST = { brotli: 11, gzip: 9 };

/** Text of about eighty chapters, more than are planned; beyond it the best quality would take longer than all else. */
const BEST_BYTES = 40_000_000;
const LARGE = { brotli: 5, gzip: 6 };

/** Files that are compressed at once: more wait in memory for the same few threads. */
const AT_ONCE = 8;

/**
 * Writes `.br` and `.gz` beside each text file. What a book of up to `BEST_BYTES` weighs is compressed as well as can be; of a larger one
 * only as well as takes a fair share of the time of its build.
 */
export async function compress(files: readonly string[]): Promise<void> {
  const texts = files.filter((file) => TEXT.test(file));
  let bytes = 0;
  for (const file of texts) bytes += (await stat(file)).size;
  const quality = bytes > BEST_BYTES ? LARGE : BEST;
  const pending = texts.values();
  const next = async () => {
    for (const file of pending) await compressFile(file, quality);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function compressFile(file: string, quality: typeof BEST): Promise<void> {
  const bytes = await readFile(file);
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
