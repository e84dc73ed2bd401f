import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = /\.(html|css|js|mjs|json|svg|xml|txt)$/;

/** Smaller files gain less than a packet (1,460 bytes of a 1,500-byte Ethernet frame). */
const MINIMUM_BYTES = 1_460;

/** A chapter of 157 KB: quality 5 takes 4 ms and gives 25.9 KB, 9 takes 27 ms for 25.5 KB, 11 takes 254 ms for 23.0 KB. */
const BROTLI_QUALITY = 5;

/** Writes `.br` and `.gz` beside each text file. */
export async function compress(files: readonly string[]): Promise<void> {
  await Promise.all(files.filter((file) => TEXT.test(file)).map(compressFile));
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < MINIMUM_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
