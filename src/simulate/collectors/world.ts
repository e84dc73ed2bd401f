import type { Mutator, Step } from "./mutator.ts";

/**
 * The objects as the program sees them: fields and roots. Collectors read it, and only the program writes to it, so
 * that it can tell of every collector whether it freed too much.
 */
export class World {
  /** words of each object */
  readonly words: Uint16Array;
  readonly roots: Int32Array;
  /** objects made so far */
  made = 0;
  private readonly fields: Int32Array;
  private readonly first: Int32Array;

  constructor({ steps, roots, objects }: Mutator) {
    this.words = new Uint16Array(objects + 1);
    this.roots = new Int32Array(roots);
    this.first = new Int32Array(objects + 2);
    let made = 0;
    let at = 0;
    for (const step of steps) {
      if (step.kind !== "new") continue;
      made += 1;
      this.words[made] = step.words;
      this.first[made] = at;
      at += step.fields;
    }
    this.first[made + 1] = at;
    this.fields = new Int32Array(at);
  }

  /** what an object refers to, null left out */
  forEachField(object: number, visit: (to: number) => void): void {
    const end = this.first[object + 1];
    for (let i = this.first[object]; i < end; ++i) if (this.fields[i] > 0) visit(this.fields[i]);
  }

  field(object: number, field: number): number {
    return this.fields[this.first[object] + field];
  }

  apply(step: Step): void {
    if (step.kind === "new") this.roots[step.root] = ++this.made;
    else if (step.kind === "write") this.fields[this.first[step.of] + step.field] = step.to;
    else this.roots[step.root] = step.to;
  }

  /** One byte an object: 1 if the program can still reach it. */
  reachable(): Uint8Array {
    const seen = new Uint8Array(this.words.length);
    const waiting: number[] = [];
    const visit = (object: number) => {
      if (object === 0 || seen[object]) return;
      seen[object] = 1;
      waiting.push(object);
    };
    this.roots.forEach(visit);
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop())
      this.forEachField(object, visit);
    return seen;
  }
}
