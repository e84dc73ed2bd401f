/** Raw deflate by the browser's own streams (Compression Streams, in all three engines), and base64url (RFC 4648, 5). */

/** Text as deflated UTF-8 in base64url, without padding. */
export async function pack(text: string): Promise<string> {
  const bytes = await collect(through(new TextEncoder().encode(text), new CompressionStream("deflate-raw")));
  const binary = Array.from(bytes ?? [], (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * The text again. Reads no more than `most` bytes of it, whatever the packed text would grow to.
 * @returns null if it is not base64url, not deflate, not UTF-8 or too long
 */
export async function unpack(packed: string, most: number): Promise<string | null> {
  if (!/^[\w-]*$/.test(packed) || packed.length % 4 === 1) return null;
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  try {
    const inflated = await collect(through(bytes, new DecompressionStream("deflate-raw")), most);
    return inflated && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflated);
  } catch (error) {
    // what both decoders throw at bytes they cannot read
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
