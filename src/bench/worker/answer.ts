/**
 * The value of a call, made small enough to travel. Digests are equal if the values are: NaN equals NaN, -0 equals
 * 0, arrays and typed arrays compare by their elements, maps and sets in their order, objects by their sorted keys.
 */

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);

class Digest {
  private a = 0x9e3779b9;
  private b = 0x85ebca6b;
  private readonly seen = new Map<object, number>();

  private word(x: number): void {
    this.a = Math.imul(this.a ^ x, 0x01000193);
    this.b = Math.imul((this.b << 5) | (this.b >>> 27), 0xc2b2ae35) ^ x;
  }

  private text(s: string): void {
    this.word(s.length);
    for (let i = 0; i < s.length; ++i) this.word(s.charCodeAt(i));
  }

  private number(x: number): void {
    bits[0] = Number.isNaN(x) ? Number.NaN : x + 0;
    this.word(words[0]);
    this.word(words[1]);
  }

  add(value: unknown): this {
    if (typeof value === "number") this.number(value);
    else if (typeof value === "object" && value !== null) this.object(value);
    else this.text(`${typeof value} ${String(value)}`);
    return this;
  }

  private object(value: object): void {
    const known = this.seen.get(value);
    this.word(known ?? this.seen.size + 1);
    if (known !== undefined) return;
    this.seen.set(value, this.seen.size + 1);
    const list = asList(value);
    if (list) {
      this.word(list.length);
      for (let i = 0; i < list.length; ++i) this.add(list[i]);
    } else {
      for (const key of Object.keys(value).sort()) {
        this.text(key);
        this.add((value as Record<string, unknown>)[key]);
      }
    }
  }

  toString(): string {
    return [this.a, this.b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

function asList(value: object): ArrayLike<unknown> | null {
  if (Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return value as Uint8Array;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Map) return [...value];
  if (value instanceof Set) return [...value];
  return null;
}

export function digest(value: unknown): string {
  return new Digest().add(value).toString();
}

/** The value in at most some 80 characters. */
export function preview(value: unknown): string {
  const text = describe(value, 2);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function describe(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const list = asList(value);
  if (depth === 0) return list ? `[${list.length} elements]` : "{…}";
  if (list) {
    const shown = Array.from({ length: Math.min(4, list.length) }, (_, i) => describe(list[i], depth - 1));
    return `[${shown.join(", ")}${list.length > 4 ? `, … ${list.length} in all` : ""}]`;
  }
  const fields = Object.entries(value).slice(0, 4);
  return `{${fields.map(([key, field]) => `${key}: ${describe(field, depth - 1)}`).join(", ")}}`;
}
