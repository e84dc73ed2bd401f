/** What an expression is worth, and the numbers that stand in it. */
export interface Worth {
  value: number;
  numbers: number[];
}

/**
 * Computes with numbers, + − * / and parentheses: "(3.53 - 0.54) / 0.5". Throws a SyntaxError that names the place for
 * anything else.
 */
export function compute(expression: string): Worth {
  const tokens = [...expression.matchAll(/\d+(?:\.\d+)?|[-+*/()]|\S/g)];
  const numbers: number[] = [];
  let at = 0;
  const peek = () => tokens[at]?.[0];
  const refuse = (): never => {
    const { index } = tokens[at] ?? { index: expression.length };
    throw new SyntaxError(`“${expression}” is no arithmetic at character ${index + 1}`);
  };
  const take = (operators: string[]): string | undefined => {
    const token = peek();
    if (token === undefined || !operators.includes(token)) return undefined;
    ++at;
    return token;
  };

  function sum(): number {
    let value = product();
    for (let sign = take(["+", "-"]); sign; sign = take(["+", "-"]))
      value += sign === "+" ? product() : -product();
    return value;
  }
  function product(): number {
    let value = factor();
    for (let sign = take(["*", "/"]); sign; sign = take(["*", "/"]))
      value = sign === "*" ? value * factor() : value / factor();
    return value;
  }
  function factor(): number {
    if (take(["-"])) return -factor();
    if (take(["("])) {
      const value = sum();
      return take([")"]) ? value : refuse();
    }
    const token = peek();
    if (token === undefined || !/^\d/.test(token)) return refuse();
    ++at;
    numbers.push(Number(token));
    return Number(token);
  }

  const value = sum();
  return at < tokens.length ? refuse() : { value, numbers };
}
