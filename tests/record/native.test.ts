import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { native } from "../../src/checks/notebooks/native.ts";
import { type DeclaredNative, declaredNative } from "../../src/notebook/record/native/declared.ts";
import {
  commandsOf,
  type Facilities,
  has,
  missingFor,
  thisSystem,
} from "../../src/notebook/record/native/facilities.ts";
import { machineFacts, readable } from "../../src/notebook/record/native/machine-facts.ts";
import { formatOutput, parseOutput } from "../../src/notebook/record/native/output.ts";
import { recordNative } from "../../src/notebook/record/native/record-native.ts";

const folder = "notebooks/loops/native";
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** A book in a folder of its own, with native programs only. */
function book(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "native-book-"));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return root;
}

function declared(root: string): DeclaredNative {
  return declaredNative(root)[0];
}

const read = (root: string, name: string) => readFileSync(join(root, folder, name), "utf8");
const linux: Facilities = { platform: "linux", path: "/nowhere", perfParanoid: 4, root: false };

describe("the declaration of native programs", () => {
  it("lists commands, each with what is special about it", () => {
    const root = book({
      "runs.yaml": "one:\n  - cc one.c\n  - { run: ./a.out, as: the program, pinned: true, mayFail: true }\n",
    });
    expect(declaredNative(root)).toEqual([
      {
        chapter: "loops",
        folder,
        outputs: [
          {
            name: "one",
            steps: [{ run: "cc one.c" }, { run: "./a.out", as: "the program", pinned: true, mayFail: true }],
          },
        ],
      },
    ]);
  });

  it.each([
    ["", "1:1: there is no output."],
    ["- cc one.c\n", "1:1: there is no output."],
    ["One File:\n  - cc one.c\n", "1:1: “One File” is no name of a file."],
    ["../one:\n  - cc one.c\n", "1:1: “../one” is no name of a file."],
    ["one: cc one.c\n", "1:6: “one” has no list of commands."],
    ["one: []\n", "1:6: “one” has no list of commands."],
    ["one:\n  - 7\n", "2:5: this is no command."],
    ["one:\n  - { run: 7 }\n", "2:5: this is no command."],
    ["one:\n  - { run: a, pin: true }\n", "2:5: a command has no “pin”"],
    ["one:\n  - { run: a, pinned: 1 }\n", "2:5: pinned and mayFail are true or false."],
    ["one:\n  - a\none:\n  - b\n", "3:1: Map keys must be unique"],
  ])("%j is refused with line and column", (text, message) => {
    expect(() => declaredNative(book({ "runs.yaml": text }))).toThrow(`${folder}/runs.yaml:${message}`);
  });
});

describe("what a machine lacks", () => {
  it("is told with what to install", () => {
    const lacking = (run: string) => missingFor([{ run }], linux).join("\n");
    expect(lacking("cc -O2 one.c")).toMatch(/^cc is missing: install gcc and libc6-dev/);
    expect(lacking("valgrind ./a.out > /dev/null; cg_annotate x")).toMatch(
      /^valgrind is missing: install valgrind\ncg_annotate is missing: install valgrind$/,
    );
    expect(lacking("frobnicate")).toBe("frobnicate is missing: install what brings frobnicate");
    expect(missingFor([{ run: "./a.out", pinned: true }], linux)).toEqual([
      "taskset is missing: install util-linux",
    ]);
  });

  it("may be the right to count events", () => {
    const lines = missingFor([{ run: "perf stat ./a.out" }], linux);
    expect(lines[1]).toMatch(/kernel\.perf_event_paranoid is 4: sudo sysctl/);
    expect(missingFor([{ run: "perf stat ./a.out" }], { ...linux, root: true })).toHaveLength(1);
    expect(missingFor([{ run: "perf stat ./a.out" }], { ...linux, perfParanoid: 2 })).toHaveLength(1);
  });

  it("is Linux, on other systems", () => {
    expect(missingFor([{ run: "cc one.c" }], { ...linux, platform: "darwin" })).toEqual([
      expect.stringMatching(/recorded on Linux.*virtual machine or a container/),
    ]);
  });

  it("is looked for in every part of a command", () => {
    expect(commandsOf({ run: "a x | b 'c | d' && e; f > g || true" })).toEqual(["a", "b", "e", "f"]);
    expect(commandsOf({ run: "LC_ALL=C ./own | sort", pinned: true })).toEqual(["taskset", "sort"]);
    expect(commandsOf({ run: "sh count.sh x" })).toEqual([]);
  });
});

describe("raw output", () => {
  const output = {
    machine: { date: "2026-11-20", cpu: "AMD EPYC, 2 cores", load: "0.10" },
    hash: "0123456789abcdef",
    steps: [
      { command: "cc one.c", output: "" },
      { command: "./a.out", output: "random  3.5\n\nsorted  0.6" },
    ],
  };

  it("is read as it was written", () => {
    expect(parseOutput(formatOutput(output))).toEqual(output);
  });

  it("that looks like a command is none", () => {
    const steps = [{ command: "./a.out", output: "$ rm\nx" }];
    expect(parseOutput(formatOutput({ ...output, steps })).steps).toEqual([
      { command: "./a.out", output: " $ rm\nx" },
    ]);
  });

  it.each([
    ["cpu  x\n\n$ a\n", "the line “date” is missing at its beginning"],
    ["date  2026-11-20\n\n$ a\n", "the line “cpu” is missing at its beginning"],
    ["date  2026-11-20\ncpu  x\n", "there is no command in it (a line that begins with “$ ”)"],
  ])("%j is refused in words", (text, message) => {
    expect(() => parseOutput(text)).toThrow(new TypeError(message));
  });
});

describe("facts of the machine", () => {
  const facts = machineFacts([{ run: "true" }], 1, new Date("2026-11-20T23:59:59Z"));

  it("are day, processor, caches, kernel and load, and no name of a machine, a user or a folder", () => {
    expect(Object.keys(facts)).toEqual(["date", "cpu", "caches", "kernel", "pinned", "load"]);
    expect(facts.date).toBe("2026-11-20");
    expect(facts.cpu).toMatch(/\d+ cores?$/);
    expect(JSON.stringify(facts)).not.toContain(homedir());
  });

  it("tell sizes of caches as people write them", () => {
    expect(["32K", "1024K", "32768K", "1536K", "64M"].map(readable)).toEqual([
      "32 KiB",
      "1 MiB",
      "32 MiB",
      "1536 KiB",
      "64M",
    ]);
  });
});

describe("a native run that is refused", () => {
  it("leaves the file as it was and names the missing tool", () => {
    const root = book({ "runs.yaml": "one:\n  - cc one.c\n", "one.txt": "as it was" });
    const { recorded, refused } = recordNative(root, declared(root), linux, 0);
    expect(recorded).toEqual([]);
    expect(refused).toEqual([
      expect.stringMatching(/^notebooks\/loops\/native\/one\.txt stays as it was: cc is missing: install /),
    ]);
    expect(read(root, "one.txt")).toBe("as it was");
  });
});

/** In CI a compiler is no choice; elsewhere a machine without one leaves these out. */
const canCompile = process.platform === "linux" && (has("cc", thisSystem()) || process.env.CI === "true");

describe.runIf(canCompile)("a native run", () => {
  const program = `#include <stdio.h>
#include "one.h"
int main(void) { fprintf(stderr, "first\\n"); printf("%d ns\\n", ANSWER); return 0; }
`;
  const system = { ...thisSystem(), platform: "linux" as const };
  const run = (runs: string, files: Record<string, string> = {}) => {
    const root = book({ "one.c": program, "one.h": "#define ANSWER 42\n", "runs.yaml": runs, ...files });
    return { root, report: recordNative(root, declared(root), system, 0) };
  };

  it("compiles, runs and keeps the raw output with the facts of machine and compiler", async () => {
    const { root, report } = run("one:\n  - cc -O1 -o one one.c\n  - { run: ./one, as: the program }\n");
    expect(report).toEqual({ recorded: [`${folder}/one.txt`], refused: [] });
    const { machine, steps } = parseOutput(read(root, "one.txt"));
    expect(steps).toEqual([
      { command: "cc -O1 -o one one.c", output: "" },
      { command: "the program", output: "first\n42 ns" },
    ]);
    expect(machine.compiler).toBeTruthy();
    expect(await native.run(root)).toEqual([]);
  });

  it("goes stale when a header changes, and says the command that mends it", async () => {
    const { root } = run("one:\n  - cc -o one one.c && ./one\n");
    writeFileSync(join(root, folder, "one.h"), "#define ANSWER 43\n");
    expect(await native.run(root)).toEqual([
      `${folder}/one.txt:1:1: is stale: its sources or commands have changed since. Record it again: npm run record -- --native loops.`,
    ]);
  });

  it("keeps nothing of an output whose command fails, and says what the compiler said", () => {
    const { root, report } = run("one:\n  - cc -o one broken.c\n", {
      "broken.c": "int main(void) { return x; }\n",
      "one.txt": "as it was",
    });
    expect(report.recorded).toEqual([]);
    expect(report.refused[0]).toMatch(
      /one\.txt stays as it was: “cc -o one broken\.c” failed: broken\.c:1:\d+: error: /,
    );
    expect(read(root, "one.txt")).toBe("as it was");
  });

  it("keeps what a command says when it may fail", () => {
    const { root, report } = run("one:\n  - { run: echo no counter && exit 3, mayFail: true }\n");
    expect(report.refused).toEqual([]);
    expect(parseOutput(read(root, "one.txt")).steps[0].output).toBe("no counter");
  });

  it("shows no folder of this machine", () => {
    const { root } = run("one:\n  - pwd && ls $PWD/one.c\n");
    expect(parseOutput(read(root, "one.txt")).steps[0].output).toBe(".\none.c");
    const { report } = run(`one:\n  - echo ${homedir()}/book\n`);
    expect(report.refused[0]).toMatch(/names this machine or its user/);
  });
});

describe("the check of native programs", () => {
  it("wants every program declared and every declared output there", async () => {
    expect(await native.run(book({ "one.c": "" }))).toEqual([
      `${folder}/one.c:1:1: nothing runs it. Write ${folder}/runs.yaml.`,
    ]);
    expect(await native.run(book({ "runs.yaml": "one:\n  - cc one.c\n", "two.txt": "" }))).toEqual([
      `${folder}/two.txt:1:1: no entry of ${folder}/runs.yaml makes it. Add the entry, or remove the file.`,
      `${folder}/one.txt:1:1: is missing. Record it: npm run record -- --native loops.`,
    ]);
  });

  it("passes for the programs of this book", async () => {
    expect(await native.run(process.cwd())).toEqual([]);
  });
});
