/**
 * Heights at which dots at these places, in pixels, do not touch: each as near to 0 as those placed before it allow,
 * in steps of `apart` and at most `levels` steps away. Where all are taken the dot stays at 0, over another one.
 */
export function swarm(places: number[], apart: number, levels: number): number[] {
  const steps = Array.from(
    { length: 2 * levels + 1 },
    (_, i) => Math.ceil(i / 2) * (i % 2 === 1 ? -apart : apart),
  );
  const heights = places.map(() => 0);
  const placed: number[] = [];
  for (const i of places.map((_, i) => i).sort((a, b) => places[a] - places[b])) {
    const free = (step: number) =>
      placed.every((j) => Math.hypot(places[i] - places[j], step - heights[j]) >= apart);
    heights[i] = steps.find(free) ?? 0;
    placed.push(i);
  }
  return heights;
}
