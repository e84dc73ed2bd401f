import { inFile, type Mistake } from "./mistake.ts";

/** What TypeScript finds in cells: all of them are looked at in one run of it. */
export const typeMistakes: Mistake[] = inFile("notebooks/loops/one.html", [
  ["divides a text", "const half: number = n / 2;", 'const half: number = "n" / 2;', "TS2362"],
  [
    "takes an input for a text",
    "const half: number = n / 2;",
    "const half: string = n;",
    "not assignable to type 'string'",
  ],
  [
    "calls a kernel with a text",
    "value: sum([1, 2, 3])",
    'value: sum(["1"])',
    "not assignable to type 'number'",
  ],
  ["misspells an option of an input", 'label: "turns"', 'lable: "turns"', "'lable' does not exist"],
  ["misspells a field of a claim", "atLeast: 2 }]", "atleast: 2 }]", "'atleast' does not exist"],
  [
    "draws what is no result",
    "ratioPlot(run)",
    "ratioPlot(n)",
    "not assignable to parameter of type 'Outcome'",
  ],
  ["misspells a function of a library", "exactClaims, ratioPlot }", "exactClaim, ratioPlot }", "exactClaim"],
  ["calls a method that is none", "xs.reduce(", "xs.redus(", "'redus'"],
  ["takes from an input what its setup did not make", "a: (xs) => sum(xs)", "a: (xs) => xs.size", "'size'"],
]);
