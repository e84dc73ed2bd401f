import { seeded } from "../random.ts";

/** What a program does to its heap. Objects are numbered from 1 in the order in which they are made; 0 is null. */
export type Step =
  /** makes the next object, of so many words, and puts it into a root (a local variable) */
  | { kind: "new"; words: number; fields: number; root: number }
  /** stores into a field of an object */
  | { kind: "write"; of: number; field: number; to: number }
  /** stores into a root */
  | { kind: "root"; root: number; to: number };

export interface Mutator {
  steps: readonly Step[];
  roots: number;
  /** objects made by all of the steps */
  objects: number;
}

export interface ServerOptions {
  requests: number;
  /** objects that a request makes, a chain of them */
  each?: number;
  /** share of requests whose chain is kept in the table of sessions, in the place of an older one */
  kept?: number;
  /** places of that table */
  sessions?: number;
  /** share of requests that take the end of one session's chain and hang it onto another's */
  moved?: number;
  seed?: number;
}

/** Roots of `serverMutator`. */
const TABLE = 0;
const CHAIN = 1;
const HAND = 2;

/** Words of an object's header, and fields of an object of a chain: the next one, and one to hang things onto. */
const HEADER = 1;
const NEXT = 0;
const AUX = 1;
const MOST_DATA = 8;

/**
 * A server: each request makes a chain of objects and drops it, or keeps it in a table of sessions in the place of an
 * older chain. The same seed makes the same steps, whoever collects.
 */
export function serverMutator(options: ServerOptions): Mutator {
  const { requests, each = 20, kept = 0.1, sessions = 40, moved = 0, seed = 1 } = options;
  const random = seeded(seed);
  const steps: Step[] = [];
  let objects = 0;
  const make = (words: number, fields: number, root: number): number => {
    steps.push({ kind: "new", words, fields, root });
    return ++objects;
  };
  const table = make(HEADER + sessions, sessions, TABLE);
  /** the chain of each session, first object first; its first `gone` objects are the session's own */
  const chains: number[][] = Array.from({ length: sessions }, () => []);
  const any = () => Math.floor(random() * sessions);

  for (let request = 0; request < requests; ++request) {
    const chain: number[] = [];
    for (let i = 0; i < each; ++i) {
      const made = make(HEADER + 2 + Math.floor(random() * (MOST_DATA + 1)), 2, i === 0 ? CHAIN : HAND);
      if (i > 0) steps.push({ kind: "write", of: chain[i - 1], field: NEXT, to: made });
      chain.push(made);
    }
    steps.push({ kind: "root", root: HAND, to: 0 });
    if (random() < kept) {
      const session = any();
      steps.push({ kind: "write", of: table, field: session, to: chain[0] });
      chains[session] = chain;
    }
    steps.push({ kind: "root", root: CHAIN, to: 0 });
    if (random() < moved) moveEnd(chains[any()], chains[any()], steps);
  }
  return { steps, roots: 3, objects };
}

/** Cuts the second half off one chain, and hangs it onto the first object of another: a pointer moves, nothing dies. */
function moveEnd(from: number[], onto: number[], steps: Step[]): void {
  if (from === onto || from.length < 2 || onto.length === 0) return;
  const [cut] = from.splice(from.length >> 1);
  const last = from[from.length - 1];
  steps.push({ kind: "root", root: HAND, to: cut });
  steps.push({ kind: "write", of: last, field: NEXT, to: 0 });
  steps.push({ kind: "write", of: onto[0], field: AUX, to: cut });
  steps.push({ kind: "root", root: HAND, to: 0 });
}
