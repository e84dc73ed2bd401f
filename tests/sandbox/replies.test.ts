import { describe, expect, it } from "vitest";
import { inertSpec } from "../../src/bench/declaration/describe-spec.ts";
import { readReply } from "../../src/notebook/sandbox/reply.ts";
import { answer, asText, jobs } from "./replies.ts";

/** Answers that hold all that another kind asks for: nothing can be told from them that is not true. */
const includes = ["pilot floor", "pilot trial", "team gate", "gate team"];

const kinds = jobs.map((job) => ({ kind: job.kind, job }));

describe("an answer of the harness", () => {
  it.for(kinds)("to a job of kind $kind passes as it is", async ({ job }) => {
    const reply = (await answer(job)) as { run: Record<string, unknown> };
    const read = readReply(asText(reply), job);
    // the sum of what was returned travels for the compiler's sake alone
    const run = "sink" in reply.run ? { ...reply.run, sink: 0 } : reply.run;
    expect(read).toEqual({ ...reply, run });
  });

  it.for(kinds)("to a job of kind $kind is none to another kind", async ({ job }) => {
    const text = asText(await answer(job));
    for (const other of jobs) {
      if (other === job || includes.includes(`${job.kind} ${other.kind}`)) continue;
      expect(readReply(text, other), `${job.kind} as ${other.kind}`).toMatchObject({
        type: "error",
        message: expect.stringMatching(/was refused: reply\.run/),
      });
    }
  });
});

describe("what else a worker may say", () => {
  const [describeJob, floorJob] = jobs;
  const team = jobs.find(({ kind }) => kind === "team") ?? describeJob;

  it("that it is ready, in a team only", () => {
    expect(readReply('{"type":"ready","x":1}', team)).toEqual({ type: "ready" });
    expect(readReply('{"type":"ready"}', floorJob)).toMatchObject({
      message: expect.stringMatching(
        'refused: reply.type: expected an answer to the job "floor", found "ready"',
      ),
    });
  });

  it("an error, cut and made harmless", () => {
    const error = { type: "error", name: "E\u001b", message: "x".repeat(5000), stack: "a\nb\u202e", more: 1 };
    expect(readReply(JSON.stringify(error), floorJob)).toEqual({
      type: "error",
      name: "E\\u{1b}",
      message: `${"x".repeat(1000)}… (5000 characters)`,
      stack: "a\nb\\u{202e}",
    });
  });

  it.for([
    ["no JSON", "{", /refused: .*JSON/],
    ["a text that is too long", `"${"x".repeat(2_000_001)}"`, /refused: it has 2000003 characters/],
    ["nothing", "null", /refused: reply: expected an object, found null/],
    ["its own type", '{"type":"input","input":1}', /refused: reply\.type: .*found "input"/],
    ["an inherited type", '{"__proto__":{"type":"ready"}}', /refused: reply\.type: .*found nothing/],
    ["a deep nest", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, /was refused: /],
  ] as const)("but not %s", ([, text, why]) => {
    expect(readReply(text, floorJob)).toMatchObject({ type: "error", message: expect.stringMatching(why) });
  });

  it("and what the frame says of it is told", () => {
    expect(readReply('{"type":"refused","reason":"it sent more than 4 messages"}', floorJob)).toEqual({
      type: "error",
      name: "WorkerError",
      message:
        "What the code sent in place of a measurement was refused: it sent more than 4 messages. " +
        "Its worker was ended and nothing of it was kept.",
      stack: "",
    });
  });
});

describe("a declaration", () => {
  const [job] = jobs;

  it("becomes a Spec whose functions show their text and cannot be called", async () => {
    const reply = readReply(asText(await answer(job)), job);
    const spec = inertSpec((reply as unknown as { run: never }).run);
    expect(spec).toMatchObject({ baseline: "sorted", sameWithin: 0.05, params: { size: 100 } });
    const { sum, sorted } = spec.variants as unknown as {
      sum: () => unknown;
      sorted: { run: () => unknown };
    };
    expect(String(sum)).toMatch(/^\(xs\) => xs\.reduce/);
    expect(String(sorted.run)).toBe("(xs) => xs[0]");
    expect(() => sum()).toThrow("only there in the worker");
  });
});
