import { inFile, type Mistake } from "./mistake.ts";

/** Words, and numbers among them. */
export const prose: Mistake[] = [
  ...inFile("content/cpu/loops.mdx", [
    ["types a time", "One takes longer.", "One takes 5 ns longer.", "“5 ns” is typed in"],
    ["types a ratio", "One takes longer.", "One is 4.5× slower.", "“4.5×” is typed in"],
    ["types cycles into a card", "A test a turn.", "About 4 cycles a turn.", "“4 cycles” is typed in"],
    [
      "leaves a number alone on its line",
      'In C an element takes <Fact id="cpu/miss" />, and others',
      'In C an element takes\n<Fact id="cpu/miss" />\nand others',
      "<Fact /> is alone on its line and tears the sentence into paragraphs",
      '<Fact id="cpu/miss"',
    ],
    [
      "uses a fact that is not there",
      '<Fact id="cpu/miss" />',
      '<Fact id="cpu/mis" />',
      "perhaps “cpu/miss” is meant",
      "<Define",
    ],
    [
      "uses a number of a variant that is none",
      'value="ratio" of="b"',
      'value="ratio" of="c"',
      "no variant “c”",
    ],
    [
      "uses a number of an experiment that is none",
      'experiment="run"',
      'experiment="runs"',
      "has no experiment “runs”",
    ],
    [
      "uses the number of a browser that recorded none",
      'of="b" />',
      'of="b" browser="firefox" />',
      "has this number",
    ],
    [
      "shows a notebook that is not there",
      '<Notebook src="loops/one"',
      '<Notebook src="loops/two"',
      "there is no notebook “loops/two”",
    ],
    [
      "shows raw output that is not there",
      'src="loops/one" command',
      'src="loops/two" command',
      "there is no raw output notebooks/loops/native/two.txt",
    ],
    ["shows a command that was not run", 'command="./a.out"', 'command="./b.out"', "begins with “./b.out”"],
    ["misspells a word", "Two loops add", "Two loops recieve", "“recieve”"],
    ["writes American", "In C an element", "In color an element", "Write “colour”"],
    ["writes -ize", "A test a turn.", "It is optimized.", "Write “optimised”"],
    ["calls it simple", "One does more.\n", "One simply does more.\n", "“simply” tells a reader nothing"],
    [
      "misspells a word of the front matter",
      "and how to see it.",
      "and how to serach it.",
      "“serach”",
      "description:",
    ],
  ]),
  ...inFile("notebooks/loops/one.html", [
    ["misspells a word in a notebook", "the same numbers. Read", "the same numbes. Read", "“numbes”"],
    [
      "calls it obvious in a notebook",
      "Two loops add",
      "Two loops obviously add",
      "“obviously” tells a reader nothing",
    ],
  ]),
  ...inFile("content/words.txt", [
    ["puts a word out of order", "cmov\ngshare\n", "gshare\ncmov\n", "npm run check -- --fix", 2],
  ]),
];
