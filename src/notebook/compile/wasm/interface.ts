import type { KernelData, MemoryLimits } from "../../wasm/data.ts";

export type Kind = KernelData["exports"][string];
export type ValueType = "i32" | "i64" | "f32" | "f64" | "v128" | "funcref" | "externref";

export interface Signature {
  parameters: ValueType[];
  results: ValueType[];
}

/** What a module asks of its surroundings and what it offers to them. */
export interface ModuleInterface {
  imports: { module: string; name: string; kind: Kind; memory?: MemoryLimits }[];
  exports: { name: string; kind: Kind; signature?: Signature }[];
}

/** Numbers of the WebAssembly specification, 5.3 to 5.5. */
const valueTypes: Record<number, ValueType> = {
  127: "i32",
  126: "i64",
  125: "f32",
  124: "f64",
  123: "v128",
  112: "funcref",
  111: "externref",
};
const kinds: Kind[] = ["function", "table", "memory", "global"];
const functionType = 0x60;
const section = { type: 1, import: 2, function: 3, export: 7 };
const headerBytes = 8;

/** Reads the types, imports and exports of a valid binary; the browser's own interface tells no types. */
export function readInterface(wasm: Uint8Array): ModuleInterface {
  const reader = new Reader(wasm, headerBytes);
  const types: Signature[] = [];
  const functions: number[] = [];
  const found: ModuleInterface = { imports: [], exports: [] };
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const end = reader.unsigned() + reader.at;
    if (id === section.type) types.push(...reader.list(readSignature));
    if (id === section.function) functions.push(...reader.list((r) => r.unsigned()));
    if (id === section.import) {
      for (const { type, ...imported } of reader.list(readImport)) {
        found.imports.push(imported);
        if (type !== undefined) functions.push(type);
      }
    }
    if (id === section.export) {
      for (const { name, kind, index } of reader.list(readExport))
        found.exports.push(
          kind === "function" ? { name, kind, signature: types[functions[index]] } : { name, kind },
        );
    }
    reader.at = end;
  }
  return found;
}

function readSignature(reader: Reader): Signature {
  if (reader.byte() !== functionType) throw new Error("a type of the module is no function's");
  return { parameters: reader.list(readValueType), results: reader.list(readValueType) };
}

function readValueType(reader: Reader): ValueType {
  return valueTypes[reader.byte()];
}

function readImport(reader: Reader): ModuleInterface["imports"][number] & { type?: number } {
  const [module, name, kind] = [reader.name(), reader.name(), kinds[reader.byte()]];
  if (kind === "function") return { module, name, kind, type: reader.unsigned() };
  if (kind === "memory") return { module, name, kind, memory: readLimits(reader) };
  reader.byte();
  if (kind === "table") readLimits(reader);
  else reader.byte();
  return { module, name, kind };
}

function readExport(reader: Reader): { name: string; kind: Kind; index: number } {
  return { name: reader.name(), kind: kinds[reader.byte()], index: reader.unsigned() };
}

/** The first bit of the flags says whether there is a maximum, the second whether the memory is shared. */
function readLimits(reader: Reader): MemoryLimits {
  const flags = reader.byte();
  const initial = reader.unsigned();
  return { initial, maximum: flags & 1 ? reader.unsigned() : null, shared: (flags & 2) !== 0 };
}

class Reader {
  at: number;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++];
  }

  /** An unsigned number in LEB128. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  name(): string {
    const length = this.unsigned();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  list<T>(read: (reader: Reader) => T): T[] {
    return Array.from({ length: this.unsigned() }, () => read(this));
  }
}
