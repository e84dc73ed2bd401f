import type { Reply } from "../../bench/worker/worker.ts";
import { harmless } from "./harmless.ts";
import { LONGEST_MESSAGE, LONGEST_MS, LONGEST_NAME, LONGEST_SENTENCE, LONGEST_STACK } from "./limits.ts";
import { type Job, takeRun } from "./runs.ts";
import { fields, isObject, number, refuse, sentence } from "./take.ts";

const busyMs = number(0, LONGEST_MS);
const failure = fields<{ name: string; message: string; stack: string }>({
  name: sentence(LONGEST_NAME),
  message: sentence(LONGEST_SENTENCE),
  stack: sentence(LONGEST_STACK),
});
const reason = sentence(LONGEST_SENTENCE);

/**
 * What a worker of the sandbox said, as far as it can be an answer to its job; else an error that says what was wrong with it.
 * @param text JSON
 */
export function readReply(text: string, job: Job): Reply {
  try {
    if (text.length > LONGEST_MESSAGE) throw new TypeError(`it has ${text.length} characters`);
    return takeReply(JSON.parse(text), job);
  } catch (error) {
    return refusal((error as Error).message);
  }
}

/** The error that stands for an answer which was refused. */
export function refusal(why: string): Reply {
  const message =
    `What the code sent in place of a measurement was refused: ${harmless(why, LONGEST_SENTENCE)}. ` +
    "Its worker was ended and nothing of it was kept.";
  return { type: "error", name: "WorkerError", message, stack: "" };
}

function takeReply(value: unknown, job: Job): Reply {
  if (!isObject(value)) return refuse("reply", "an object", value);
  switch (value.type) {
    case "done":
      return {
        type: "done",
        run: takeRun(job, value.run, "reply.run"),
        busyMs: busyMs(value.busyMs, "reply.busyMs"),
      };
    case "error":
      return { type: "error", ...failure(value, "reply") };
    case "refused":
      return refusal(reason(value.reason, "reply.reason"));
    case "ready":
      if ("workers" in job) return { type: "ready" };
  }
  return refuse("reply.type", `an answer to the job "${job.kind}"`, value.type);
}
