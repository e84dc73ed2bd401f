import { afterEach, describe, expect, it } from "vitest";
import { browserHost } from "../../src/bench/browser/browser-host.ts";
import { describeSpec } from "../../src/bench/declaration/describe-spec.ts";
import { connect } from "../../src/notebook/sandbox/connect.ts";

type Heard = { id: number; message?: { job?: { kind: string } } };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A frame that says `texts` to every job it gets. */
function fakeFrame(texts: string[]) {
  const { port1, port2 } = new MessageChannel();
  const heard: Heard[] = [];
  let removed = false;
  port2.onmessage = ({ data }: { data: Heard }) => {
    heard.push(data);
    if (data.message) for (const text of texts) port2.postMessage({ id: data.id, text });
  };
  const remove = () => {
    removed = true;
    port1.close();
  };
  ends.push(remove, () => port2.close());
  return { frame: { port: port1, remove }, port2, heard, isRemoved: () => removed };
}

const floor = { kind: "floor", sliceMs: 8, resolutionUs: 5 } as const;
const done = '{"type":"done","run":{"nsPerCall":1,"quietNs":null},"busyMs":1}';
const hostOn = (sandbox: ReturnType<typeof connect>) =>
  browserHost({ start: () => sandbox.start(), captures: {} });

describe("the page's end of a sandbox", () => {
  it("carries a job to the frame and its answer back, and ends the worker", async () => {
    const { frame, heard } = fakeFrame([done]);
    const sandbox = connect(frame);
    expect(await hostOn(sandbox).run(floor)).toMatchObject({ run: { nsPerCall: 1, quietNs: null } });
    expect(heard).toMatchObject([{ id: 1, message: { job: floor } }]);
    await hostOn(sandbox).run(floor);
    expect(heard.map(({ id, message }) => [id, message?.job?.kind])).toEqual([
      [1, "floor"],
      [1, undefined],
      [2, "floor"],
    ]);
  });

  it("takes one answer to each job", async () => {
    const { frame } = fakeFrame([done, done.replace("1", "2")]);
    const sandbox = connect(frame);
    for (let i = 0; i < 3; ++i) expect((await hostOn(sandbox).run(floor)).run.nsPerCall).toBe(1);
  });

  it("takes two answers of one worker of a team for one", async () => {
    const { frame, port2 } = fakeFrame([]);
    const run = '{"type":"done","run":{"calls":1,"ms":1,"sink":0},"busyMs":1}';
    port2.onmessage = ({ data }: { data: Heard }) => {
      if (data.id === 1 && data.message) for (let i = 0; i < 2; ++i) port2.postMessage({ id: 1, text: run });
    };
    const job = { kind: "gate", workers: 2, ms: 1, uncountedMs: 0, batchMs: 1, warmUpMs: 1 } as const;
    const host = browserHost({ start: connect(frame).start, captures: {}, watchdogMs: 100 });
    const team = [0, 1].map((worker) => ({ ...job, worker }));
    await expect(host.runTogether(team)).rejects.toThrow("did not answer within 0.1 s");
  });

  it("makes an error of what is no answer", async () => {
    const { frame } = fakeFrame([done.replace("1,", '"1",')]);
    await expect(hostOn(connect(frame)).run(floor)).rejects.toThrow(
      'was refused: reply.run.nsPerCall: expected a number from 0 to 3600000000000, found "1".',
    );
  });

  it("refuses a declaration that is none", async () => {
    const { frame } = fakeFrame(['{"type":"done","run":{"variants":{}},"busyMs":1}']);
    await expect(describeSpec(hostOn(connect(frame)))).rejects.toThrow(
      "was refused: reply.run.variants: expected a list of 0 to 64, found {}.",
    );
  });

  it("closes when the frame says more than its workers may, whatever it says", async () => {
    const { frame, isRemoved, port2 } = fakeFrame([]);
    const sandbox = connect(frame);
    const run = hostOn(sandbox).run(floor);
    for (let i = 0; i < 6; ++i) port2.postMessage(i % 2 ? null : { id: "other", text: 7 });
    await expect(run).rejects.toThrow("The sandbox was closed, because it sent too many messages.");
    expect(isRemoved()).toBe(true);
    expect(() => sandbox.start()).toThrow("The sandbox is closed.");
  });

  it("ends a worker that is ready again and again", async () => {
    const { frame } = fakeFrame(Array.from({ length: 9 }, () => '{"type":"ready"}'));
    const job = {
      kind: "gate",
      worker: 0,
      workers: 1,
      ms: 1,
      uncountedMs: 0,
      batchMs: 1,
      warmUpMs: 1,
    } as const;
    await expect(hostOn(connect(frame)).runTogether([job])).rejects.toThrow(
      /too many messages|more than 5 messages/,
    );
  });

  it("ends workers and frame when it is stopped, and the run says that it was", async () => {
    const { frame, isRemoved } = fakeFrame([]);
    const stop = new AbortController();
    const sandbox = connect(frame, stop.signal);
    const run = hostOn(sandbox).run(floor, stop.signal);
    await Promise.resolve();
    stop.abort();
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(isRemoved()).toBe(true);
  });

  it("tells a run that somebody closes the sandbox on", async () => {
    const { frame, isRemoved } = fakeFrame([]);
    const sandbox = connect(frame);
    const run = hostOn(sandbox).run(floor);
    await Promise.resolve();
    sandbox.close();
    await expect(run).rejects.toThrow("The sandbox was closed.");
    expect(isRemoved()).toBe(true);
  });
});
