import type { World } from "./world.ts";

/**
 * Follows references from some objects, through objects that `enters` lets in, and gives every object found, each once.
 * An object that is not in memory any more is not followed: a collector cannot read what it has freed.
 */
export function trace(world: World, from: Iterable<number>, enters: (object: number) => boolean): number[] {
  const seen = new Set<number>();
  const found: number[] = [];
  const visit = (object: number) => {
    if (object === 0 || seen.has(object) || !enters(object)) return;
    seen.add(object);
    found.push(object);
  };
  for (const object of from) visit(object);
  for (let i = 0; i < found.length; ++i) world.forEachField(found[i], visit);
  return found;
}

/** Words of some objects. */
export function wordsOf(world: World, objects: Iterable<number>): number {
  let sum = 0;
  for (const object of objects) sum += world.words[object];
  return sum;
}
