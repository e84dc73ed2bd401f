import { describe, expect, test } from "vitest";
import { parseTrace } from "../../src/simulate/index.ts";

describe("a trace of instructions", () => {
  test("is read with what each reads and writes", () => {
    expect(parseTrace("add r3, r1, r2")).toEqual([
      {
        text: "add r3, r1, r2",
        kind: "alu",
        writes: "r3",
        reads: ["r1", "r2"],
        stores: null,
        wrong: false,
        miss: false,
      },
    ]);
    expect(parseTrace("sw r1, -8(r2)")[0]).toMatchObject({
      kind: "store",
      writes: null,
      reads: ["r2"],
      stores: "r1",
    });
    expect(parseTrace("addi r1, r1, 4")[0]).toMatchObject({ kind: "alu", writes: "r1", reads: ["r1"] });
  });

  test("holds an instruction a line, or several parted by semicolons, and ignores empty ones", () => {
    expect(parseTrace("\n add r1, r2, r3 ;\n\n beq r1, r2;; ").map(({ text }) => text)).toEqual([
      "add r1, r2, r3",
      "beq r1, r2",
    ]);
  });

  test("keeps its words one space apart, however they were aligned", () => {
    expect(parseTrace("  lw   r1,  0(r2)   # miss")[0].text).toBe("lw r1, 0(r2)");
  });

  test("takes remarks on what the machine met", () => {
    expect(parseTrace("lw r1, 0(r2) # miss")[0]).toMatchObject({
      text: "lw r1, 0(r2)",
      miss: true,
      wrong: false,
    });
    expect(parseTrace("bne r1, r2 # wrong")[0]).toMatchObject({ miss: false, wrong: true });
  });

  test.each([
    ["jump", "an operation"],
    ["div r1, r2, r3", "a known operation"],
    ["toString r1, r2, r3", "a known operation"],
    ["add r1, r2", "3 operands"],
    ["add r1, r2, 3", "registers"],
    ["addi r1, r2, r3", "a number"],
    ["lw r1, r2", "an address"],
    ["add r1, r2, r3 # miss", "“# miss” after a load"],
  ])("refuses “%s” and says what it wants", (line, wanted) => {
    expect(() => parseTrace(line)).toThrow(
      new RegExp(`“${line.replace(/[()]/g, "\\$&")}” should have ${wanted}`),
    );
  });
});
