import { RESERVED } from "../../../bench/schema/limits.ts";
import { LONGEST_INPUT, MOST_ENTRIES, MOST_VALUES } from "./limits.ts";

/** What an input can hold in a link: what its control gives, or for a choice of objects the words of the options. */
export type InputValue = number | string | boolean | (number | string | boolean)[];

/** What somebody changed in a notebook. */
export interface LinkState {
  /** version of the notebook that was changed */
  hash: string;
  /** name of the cell's output to its value, in the order of the page */
  inputs: [name: string, value: InputValue][];
  /** cell id to its whole new text, ascending */
  cells: [id: number, text: string][];
}

/** The JSON of a state: always the same text for the same state. */
export function writeState({ hash, inputs, cells }: LinkState): string {
  return JSON.stringify({ v: 1, hash, inputs, cells });
}

/** True if it says nothing but which notebook. */
export function isEmpty({ inputs, cells }: LinkState): boolean {
  return inputs.length === 0 && cells.length === 0;
}

/**
 * Reads what `writeState` wrote and nothing else: another order of fields, a field twice or a number written otherwise
 * give another text when written again.
 * @returns the state, "newer" for a later version of the format, or null
 */
export function readState(json: string): LinkState | "newer" | null {
  const value = parse(json);
  if (!isObject(value)) return null;
  if (Number.isInteger(value.v) && (value.v as number) > 1) return "newer";
  const { hash, inputs, cells } = value;
  if (value.v !== 1 || !isHash(hash) || !isInputs(inputs) || !isCells(cells)) return null;
  const state = { hash, inputs, cells };
  return writeState(state) === json ? state : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}

function isInputs(value: unknown): value is LinkState["inputs"] {
  return isList(value, ([name, held]) => isName(name) && isInputValue(held)) && areUnique(value);
}

function isCells(value: unknown): value is LinkState["cells"] {
  if (!isList(value, ([id, text]) => isId(id) && isText(text))) return false;
  return value.every(([id], i) => i === 0 || (value[i - 1][0] as number) < (id as number));
}

function isList(value: unknown, test: (pair: unknown[]) => boolean): value is [unknown, unknown][] {
  if (!Array.isArray(value) || value.length > MOST_ENTRIES) return false;
  return value.every((pair) => Array.isArray(pair) && pair.length === 2 && test(pair));
}

function areUnique(pairs: [unknown, unknown][]): boolean {
  return new Set(pairs.map(([name]) => name)).size === pairs.length;
}

/** A variable's name, and none that means something else to JavaScript. */
function isName(value: unknown): boolean {
  return isShort(value) && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(value) && !RESERVED.includes(value);
}

function isId(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Lone surrogates are no text: a worker's script would silently hold something else. */
function isText(value: unknown): value is string {
  return typeof value === "string" && value.isWellFormed();
}

function isShort(value: unknown): value is string {
  return isText(value) && value.length <= LONGEST_INPUT;
}

/** Also tells which values of a live control can travel. */
export function isInputValue(value: unknown): value is InputValue {
  if (Array.isArray(value)) return value.length <= MOST_VALUES && value.every(isScalar);
  return isScalar(value);
}

function isScalar(value: unknown): value is number | string | boolean {
  return typeof value === "boolean" || Number.isFinite(value) || isShort(value);
}
