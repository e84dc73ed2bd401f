/** What a formula gives for values of its names. True is 1, false 0. */
export type Formula = (values: Readonly<Record<string, number>>) => number;

type Operation = (a: number, b: number) => number;

/** Operators from the loosest to the tightest. */
const LEVELS: Record<string, Operation>[] = [
  { "||": (a, b) => a || b },
  { "&&": (a, b) => a && b },
  { "==": (a, b) => Number(a === b), "!=": (a, b) => Number(a !== b) },
  {
    "<=": (a, b) => Number(a <= b),
    ">=": (a, b) => Number(a >= b),
    "<": (a, b) => Number(a < b),
    ">": (a, b) => Number(a > b),
  },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b },
];
const FUNCTIONS: Record<string, Operation> = { min: Math.min, max: Math.max };

/** A number, a name, an operator of two signs, or one sign. */
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z]+)|(\|\||&&|[=!<>]=|\S))/gy;

/**
 * Reads a formula as JavaScript would: numbers, names in small letters, + - * / %, comparisons, && || !, a ? b : c, min(a, b) and
 * max(a, b). Nothing in it can do more than compute a number.
 * @param names that it may use
 * @throws {SyntaxError} that says what is wrong and where
 */
export function formula(text: string, names: readonly string[]): Formula {
  const tokens = [...text.matchAll(TOKEN)].map(([all, number, name, sign]) => ({ all, number, name, sign }));
  let at = 0;

  const wrong = (expected: string): SyntaxError => {
    const rest = tokens[at]?.all.trim() ?? "the end";
    return new SyntaxError(
      `${expected}, not “${rest}”, should stand after “${text.slice(0, read()).trim()}”`,
    );
  };
  const read = () => tokens.slice(0, at).reduce((sum, { all }) => sum + all.length, 0);
  const isNext = (sign: string) => tokens[at]?.sign === sign;
  const skip = (sign: string) => {
    if (!isNext(sign)) throw wrong(`“${sign}”`);
    at += 1;
  };

  const choice = (): Formula => {
    const test = binary(0);
    if (!isNext("?")) return test;
    skip("?");
    const yes = choice();
    skip(":");
    const no = choice();
    return (values) => (test(values) ? yes(values) : no(values));
  };
  const binary = (level: number): Formula => {
    if (level === LEVELS.length) return unary();
    let left = binary(level + 1);
    for (;;) {
      const operation = LEVELS[level][tokens[at]?.sign ?? ""];
      if (!operation) return left;
      at += 1;
      const [a, b] = [left, binary(level + 1)];
      left = (values) => operation(a(values), b(values));
    }
  };
  const unary = (): Formula => {
    const sign = tokens[at]?.sign;
    if (sign !== "-" && sign !== "!") return primary();
    at += 1;
    const of = unary();
    return sign === "-" ? (values) => -of(values) : (values) => Number(!of(values));
  };
  const primary = (): Formula => {
    const { number, name } = tokens[at] ?? {};
    if (isNext("(")) {
      skip("(");
      const inside = choice();
      skip(")");
      return inside;
    }
    if (number !== undefined) {
      at += 1;
      return () => Number(number);
    }
    if (name !== undefined && Object.hasOwn(FUNCTIONS, name)) return call(FUNCTIONS[name]);
    if (name === undefined || !names.includes(name)) throw wrong(`A number or one of ${names.join(", ")}`);
    at += 1;
    return (values) => values[name];
  };
  const call = (operation: Operation): Formula => {
    at += 1;
    skip("(");
    const a = choice();
    skip(",");
    const b = choice();
    skip(")");
    return (values) => operation(a(values), b(values));
  };

  const whole = choice();
  if (at < tokens.length) throw wrong("An operator or the end");
  return whole;
}
