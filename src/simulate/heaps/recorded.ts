import { recordedText } from "./recorded-text.ts";
import type { MallocCalls } from "./trace.ts";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const BASE = 32;

/** Every malloc and free of a run of SQLite that fills two tables, indexes, joins and changes them. What it never freed is freed at the end. */
export function recordedCalls(): MallocCalls {
  const live: number[] = [];
  const trace: number[] = [];
  let blocks = 0;
  for (const number of numbers(recordedText)) {
    if (number % 2 === 0) {
      live.push(blocks++);
      trace.push(number / 2);
    } else {
      const [block] = live.splice(live.length - 1 - (number - 1) / 2, 1);
      trace.push(-block);
    }
  }
  return [...trace, ...live.map((block) => -block)];
}

/** Digits of base 32, the last one first; all but the last digit of a number are shifted by 32. */
function* numbers(text: string): Generator<number> {
  let [number, unit] = [0, 1];
  for (const letter of text.replaceAll(/\s/g, "")) {
    const digit = DIGITS.indexOf(letter);
    number += (digit % BASE) * unit;
    unit *= BASE;
    if (digit >= BASE) continue;
    yield number;
    [number, unit] = [0, 1];
  }
}
