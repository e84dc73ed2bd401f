/** One instruction of a trace: what was executed, in program order. */
export interface Instruction {
  /** as it was written, without its remark */
  text: string;
  kind: "alu" | "multiply" | "load" | "store" | "branch";
  /** register it writes, null if none */
  writes: string | null;
  /** registers whose values it needs to begin to execute */
  reads: readonly string[];
  /** register that a store puts into memory: needed later than the address */
  stores: string | null;
  /** a branch that was guessed wrong */
  wrong: boolean;
  /** a load that has to go to memory */
  miss: boolean;
}

const REGISTER = /^r\d{1,2}$/;
const ADDRESS = /^-?\d+\((r\d{1,2})\)$/;

/** Operands of each operation: d register written, s register read, # a number, @ an address, > the register stored. */
const FORMS: Record<string, { kind: Instruction["kind"]; operands: string }> = {
  add: { kind: "alu", operands: "dss" },
  sub: { kind: "alu", operands: "dss" },
  and: { kind: "alu", operands: "dss" },
  or: { kind: "alu", operands: "dss" },
  xor: { kind: "alu", operands: "dss" },
  addi: { kind: "alu", operands: "ds#" },
  mul: { kind: "multiply", operands: "dss" },
  lw: { kind: "load", operands: "d@" },
  sw: { kind: "store", operands: ">@" },
  beq: { kind: "branch", operands: "ss" },
  bne: { kind: "branch", operands: "ss" },
};

/**
 * Reads a trace in a small assembly language, an instruction a line (or parted by semicolons): `lw r1, 0(r2)`,
 * `sw r1, 0(r2)`, `add r3, r1, r2` (`sub`, `and`, `or`, `xor`, `mul`), `addi r1, r1, 4`, `beq r1, r2` (`bne`). A remark
 * says what the machine met: `# miss` after a load, `# wrong` after a branch that was guessed wrong.
 *
 * @throws a SyntaxError that quotes the line
 */
export function parseTrace(text: string): Instruction[] {
  const lines = text.split(/[\n;]/).map((line) => line.trim());
  return lines.filter((line) => line !== "").map(parseLine);
}

function parseLine(line: string): Instruction {
  const [text, remark = ""] = line.split("#").map((part) => part.trim().replace(/\s+/g, " "));
  const [, operation, rest] = /^(\S+)\s+(.*)$/.exec(text) ?? fail(line, "an operation and its operands");
  const form = Object.hasOwn(FORMS, operation) ? FORMS[operation] : fail(line, "a known operation");
  const operands = rest.split(",").map((operand) => operand.trim());
  if (operands.length !== form.operands.length) fail(line, `${form.operands.length} operands`);
  const found = { writes: null as string | null, reads: [] as string[], stores: null as string | null };
  for (const [i, operand] of operands.entries()) {
    const place = form.operands[i];
    if (place === "#") {
      if (!/^-?\d+$/.test(operand)) fail(line, "a number at the end");
    } else if (place === "@") {
      found.reads.push((ADDRESS.exec(operand) ?? fail(line, "an address such as 0(r2)"))[1]);
    } else {
      if (!REGISTER.test(operand)) fail(line, "registers such as r1");
      if (place === "d") found.writes = operand;
      else if (place === ">") found.stores = operand;
      else found.reads.push(operand);
    }
  }
  if (remark !== "" && remark !== remarkOf(form.kind))
    fail(line, "“# miss” after a load or “# wrong” after a branch");
  return { text, kind: form.kind, ...found, wrong: remark === "wrong", miss: remark === "miss" };
}

function remarkOf(kind: Instruction["kind"]): string | null {
  return kind === "load" ? "miss" : kind === "branch" ? "wrong" : null;
}

function fail(line: string, wanted: string): never {
  throw new SyntaxError(`“${line}” should have ${wanted}.`);
}

/** For each instruction the one that last wrote the register, or null if its value was there before the trace began. */
export type Producers = (register: string) => number | null;

/** Calls `visit` with each instruction in order, and with who wrote the registers before it. */
export function eachWithProducers(
  trace: readonly Instruction[],
  visit: (i: number, producer: Producers) => void,
): void {
  const writers = new Map<string, number>();
  for (const [i, { writes }] of trace.entries()) {
    visit(i, (register) => writers.get(register) ?? null);
    if (writes !== null) writers.set(writes, i);
  }
}
