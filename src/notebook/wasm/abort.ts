/**
 * What AssemblyScript's `abort(message, file, line, column)` becomes: an error with the kernel's own file, line and
 * column.
 * @param memory of the instance, if it has come to life already
 */
export function abortError(memory: WebAssembly.Memory | undefined, told: number[]): Error {
  const [message, file, line, column] = told;
  const text = (pointer: number) => (memory && pointer > 0 ? stringAt(memory, pointer) : "");
  return new Error(`${text(file)}:${line}:${column}: ${text(message) || "the kernel gave up"}`);
}

/** An AssemblyScript string: UTF-16, its length in bytes in the four bytes before it. */
function stringAt({ buffer }: WebAssembly.Memory, pointer: number): string {
  const bytes = new DataView(buffer).getUint32(pointer - 4, true);
  return String.fromCharCode(...new Uint16Array(buffer, pointer, bytes / 2));
}
