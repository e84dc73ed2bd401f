/** What the recording of calls needs of a machine; a test puts a virtual clock behind it. */
export interface Machine {
  /** ms since any fixed moment */
  now(): number;
  /** keeps the processor until `now()` has reached a moment */
  spinUntil(ms: number): void;
  /** lets other tasks of this worker run */
  nextTask(): Promise<void>;
  /** lets go of the processor */
  sleep(ms: number): Promise<void>;
}

/** The worker's own clock and tasks. */
export function realMachine(): Machine {
  let channel: MessageChannel | undefined;
  return {
    now: () => performance.now(),
    spinUntil(ms) {
      while (performance.now() < ms);
    },
    // a message, since nested timers wait for 4 ms
    nextTask: () =>
      new Promise((resolve) => {
        channel ??= new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
