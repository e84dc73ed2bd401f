import {
  count,
  date,
  flag,
  interval,
  listOf,
  oneOf,
  orNull,
  positive,
  shape,
  text,
  tuple,
} from "../schema/schema.ts";
import type { Card } from "./card.ts";

const cardShape = shape({
  schema: oneOf("hot-path/card.v1"),
  measuredAt: date,
  browser: shape({ name: text, major: count }),
  engine: text,
  os: text,
  cores: count,
  isolated: flag,
  clockUs: positive,
  scaling2: orNull(shape({ ratio: positive, interval })),
  staircase: listOf(tuple(count, positive)),
  sweeps: count,
  plateaus: listOf(shape({ from: count, to: count, ns: positive })),
  knees: listOf(shape({ from: count, to: orNull(count) })),
  features: shape({ simd: flag, sharedMemory: flag, opfs: flag, indexedDb: flag }),
});

/** Sizes of a card, at most: a staircase has two an octave. */
const MOST_SIZES = 100;

/** Characters of a name in a card, at most. */
const LONGEST_NAME = 40;

/**
 * Takes data from outside as a card.
 * @throws TypeError that begins with the path of the first wrong field and says why
 */
export function parseCard(value: unknown, path: string): Card {
  cardShape(value, path);
  const card = value as Card;
  const { staircase, plateaus, knees, browser, engine, os } = card;
  for (const [field, name] of Object.entries({ "browser.name": browser.name, engine, os }))
    if (name.length > LONGEST_NAME)
      throw new TypeError(`${path}.${field}: has more than ${LONGEST_NAME} characters`);
  if (staircase.length > MOST_SIZES)
    throw new TypeError(`${path}.staircase: has ${staircase.length} sizes; a card has at most ${MOST_SIZES}`);
  if (staircase.length < 2) throw new TypeError(`${path}.staircase: needs two sizes or more`);
  const falls = staircase.findIndex(([bytes], i) => i > 0 && bytes <= staircase[i - 1][0]);
  if (falls >= 0) throw new TypeError(`${path}.staircase[${falls}]: sizes have to rise`);
  const sizes = new Set(staircase.map(([bytes]) => bytes));
  for (const [field, spans] of Object.entries({ plateaus, knees })) {
    for (const [i, { from, to }] of spans.entries()) {
      if (!sizes.has(from) || (to !== null && !sizes.has(to)))
        throw new TypeError(`${path}.${field}[${i}]: lies at no size of the staircase`);
      if (to !== null && to < from) throw new TypeError(`${path}.${field}[${i}]: ends before it begins`);
    }
  }
  return card;
}
