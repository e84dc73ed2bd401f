import { inFile, type Mistake } from "./mistake.ts";

const BOOK = "content/book.yaml";

/** Facts, and the lists of chapters. */
export const data: Mistake[] = [
  ...inFile("content/facts/cpu/miss.yaml", [
    [
      "writes a number that was not measured",
      "value: 3.56",
      "value: 3.65",
      "the number 3.65 does not stand in",
      "  file:",
    ],
    ["gives a fact another id", "id: cpu/miss", "id: cpu/mis", "its id is “cpu/mis”"],
    ["forgets the unit of a fact", "unit: ns\n", "", "“unit” is missing", 1],
    ["writes a number in words", "value: 3.56", "value: three", "“value” is no number"],
    ["misspells a field of a fact", "says: a loop", "say: a loop", "Perhaps “says” is meant"],
    ["keeps a fact past its day", "recheck: 2099-01-01", "recheck: 2026-01-01", "was to be looked at again"],
    ["writes a day in words", "recheck: 2099-01-01", "recheck: next year", "“next year” is no day"],
    ["names raw output that is not there", "native/one.txt", "native/two.txt", "does not exist"],
    [
      "dates a fact before its measurement",
      "date: 2026-11-20",
      "date: 2026-11-19",
      "was recorded on 2026-11-20",
      "  file:",
    ],
    ["names a kind of source nobody knows", "kind: measured", "kind: guessed", "of the kind “guessed”"],
    ["forgets the machine", "  machine: Example 9000\n", "", "“machine” of its source is missing", "  kind:"],
    ["breaks a fact", "unit: ns", "unit: [ns", "not valid YAML", 4],
  ]),
  ...inFile("content/facts/cpu/cited.yaml", [
    [
      "forgets the author of a source",
      "  author: Anna Example\n",
      "",
      "“author” of its source is missing",
      "  kind:",
    ],
    ["cites what is no address", "url: https://example.org/loops", "url: in a book", "is no address"],
  ]),
  ...inFile(BOOK, [
    [
      "lists a chapter that is not there",
      "      - loops\n",
      "      - loop\n",
      'lists the chapter "cpu/loop"',
    ],
    [
      "lists a chapter twice",
      "      - loops\n",
      "      - loops\n      - loops\n",
      'lists the chapter "loops" twice',
      10,
    ],
    ["gives a part no title", "    title: CPU\n", "", "has no title", "  - id: cpu"],
    ["gives a part an id in capitals", "- id: cpu", "- id: CPU", "has no usable id"],
    [
      "gives two parts one id",
      "- id: reference",
      "- id: cpu",
      "appears twice",
      "- id: cpu\n    title: Reference",
    ],
    ["breaks the book", "title: CPU", "title: [CPU", "not valid YAML", 5],
  ]),
  {
    name: "forgets to list a chapter",
    file: BOOK,
    from: "      - harness\n",
    to: "      []\n",
    at: { file: "content/reference/harness.mdx", line: 1 },
    says: "is not in the book",
  },
  ...inFile("content/syllabus.yaml", [
    ["gives a notebook a kind nobody knows", "kind: sim", "kind: guess", "“guess” is not known here"],
    [
      "plans an item twice",
      "          - calls that never return",
      "          - what a call costs",
      "stands twice",
      23,
    ],
    [
      "plans a chapter without items",
      "        beyond:\n          - loops of one turn\n",
      "",
      "“beyond” is missing",
      "      - id: loops",
    ],
    ["breaks the syllabus", "title: Calls", "title: Calls: more", "not valid YAML"],
  ]),
  ...inFile("content/paths.yaml", [
    [
      "leads to a chapter that is not planned",
      "chapters: [cpu/loops]",
      "chapters: [cpu/loop]",
      "“cpu/loop” is no chapter",
    ],
    [
      "builds on what comes later",
      "cpu/calls: [cpu/loops]",
      "cpu/loops: [cpu/calls]",
      "does not come before",
    ],
    ["promises more days than stages", "days: 2", "days: 3", "has 2 stages for 3 days", "  - id: short"],
    ["gives a path no title", "    title: Short\n", "", "“title” is missing", "  - id: short"],
    [
      "leads nowhere past a written chapter",
      "chapters: [cpu/loops]",
      "chapters: [reference/harness]",
      "“reference/harness” is no chapter",
    ],
  ]),
];
