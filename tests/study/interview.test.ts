import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadRubric, readRubric } from "../../src/site/study/rubric.ts";
import { Clock, clockText } from "../../src/study/interview/clock.ts";
import { draw, scoreText } from "../../src/study/interview/draw.ts";
import { problemOf } from "../../src/study/journal/problem.ts";
import { entry, undo } from "./entries.ts";

const interview = (item: string, points: number, days = 0) =>
  entry({ kind: "interview", seconds: 60, scores: { answer: points }, note: "" }, days, item);
const questions = ["a/b#question-1", "a/b#question-2", "a/b#question-3"];

describe("the question that is drawn", () => {
  test("is one that was never asked, as long as there is any", () => {
    const entries = [interview(questions[0], 0), interview(questions[2], 3)];
    for (const random of [0, 0.5, 0.999]) expect(draw(questions, entries, random)).toBe(questions[1]);
  });

  test("can be each of those that were never asked", () => {
    expect([0, 0.4, 0.999].map((random) => draw(questions, [], random))).toEqual(questions);
  });

  test("is of the third that went worst the last time, once all were asked", () => {
    const entries = [...questions.map((item, i) => interview(item, i)), interview(questions[0], 3, 1)];
    for (const random of [0, 0.999]) expect(draw(questions, entries, random)).toBe(questions[1]);
  });

  test("may be asked again if its score was taken back, and is none where there are no questions", () => {
    const all = questions.map((item) => interview(item, 3));
    expect(draw(questions, [...all, undo(all[1], 1)], 0.5)).toBe(questions[1]);
    expect(draw([], [], 0)).toBeUndefined();
  });
});

describe("the clock", () => {
  test("counts down, stands still while it is stopped, and goes on below zero", () => {
    let ms = 0;
    const clock = new Clock(60, 0, () => ms);
    expect(clock.left).toBe(60);
    clock.start();
    ms += 10_000;
    expect(clock.left).toBe(50);
    clock.stop();
    ms += 3_600_000;
    expect(clock.left).toBe(50);
    clock.start();
    clock.start();
    ms += 55_000;
    expect(clock.left).toBe(-5);
    expect(clock.elapsed).toBe(65);
  });

  test("goes on from a draft", () => {
    expect(new Clock(600, 90).left).toBe(510);
  });

  test.each([
    [600, "10:00"],
    [59.2, "1:00"],
    [9, "0:09"],
    [0, "0:00"],
    [-0.5, "−0:01"],
    [-65, "−1:05"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});

describe("the score", () => {
  const expected = [
    { id: "answer", title: "Answers", points: 2 },
    { id: "costs", title: "Says what it costs", points: 3 },
  ];

  test("is told with what the level expects more of", () => {
    expect(scoreText({ answer: 2, costs: 1 }, expected)).toBe(
      "3 of 6 points. This level expects more of: says what it costs.",
    );
    expect(scoreText({ answer: 3, costs: 3 }, expected)).toBe(
      "6 of 6 points. That is what this level expects.",
    );
  });

  test.each([
    ["no points", { scores: {} }],
    ["too many points", { scores: { answer: 4 } }],
    ["points that are none", { scores: { answer: "2" } }],
    ["a list", { scores: [1, 2] }],
    ["a name with markup", { scores: { "<b>": 1 } }],
    ["a note without end", { note: "a".repeat(5000) }],
    ["time below zero", { seconds: -1 }],
  ])("in a file is refused with %s", (_, change) => {
    expect(problemOf(interview("a/b#question-1", 2))).toBeNull();
    expect(problemOf({ ...interview("a/b#question-1", 2), ...change })).toContain("must be");
  });
});

describe("the rubric", () => {
  const text = readFileSync("content/interview.yaml", "utf8");

  test("of the book is complete, and expects more of a higher level", () => {
    const { criteria, expected } = loadRubric(process.cwd());
    expect(criteria).toHaveLength(5);
    const sum = (points: number[]) => points.reduce((a, b) => a + b);
    expect(sum(expected.mid)).toBeLessThan(sum(expected.senior));
    expect(sum(expected.senior)).toBeLessThan(sum(expected.staff));
  });

  test.each([
    [
      "a line of points less",
      text.replace("      - Names things.\n", ""),
      "the criterion “mechanism” is not complete",
    ],
    [
      "a level without its points",
      text.replace("  staff: [2, 2, 2, 3, 3]\n", ""),
      "“expected” of staff does not fit",
    ],
    ["points beyond the most", text.replace("3, 3]", "3, 4]"), "“expected” of staff does not fit"],
  ])("with %s is told in a line with the fix", (_, wrong, what) => {
    expect(readRubric(wrong).problems.join("\n")).toContain(what);
  });
});
