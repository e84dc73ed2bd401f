/** A countdown that can be stopped and goes on beyond zero. It keeps the time itself, so that a sleeping page does not slow it. */
export class Clock {
  private readonly seconds: number;
  private readonly now: () => number;
  private passed: number;
  private since: number | null = null;

  /**
   * @param seconds that there are
   * @param passed seconds that are gone already
   * @param now ms, of a clock that only goes forwards
   */
  constructor(seconds: number, passed = 0, now = () => performance.now()) {
    this.seconds = seconds;
    this.passed = passed;
    this.now = now;
  }

  get isRunning(): boolean {
    return this.since !== null;
  }

  /** Seconds since the beginning, without the breaks. */
  get elapsed(): number {
    return this.passed + (this.since === null ? 0 : (this.now() - this.since) / 1000);
  }

  /** Seconds that are left; below zero once time is up. */
  get left(): number {
    return this.seconds - this.elapsed;
  }

  start(): void {
    this.since ??= this.now();
  }

  stop(): void {
    this.passed = this.elapsed;
    this.since = null;
  }
}

/** "9:05", and "−0:05" once time is up. */
export function clockText(left: number): string {
  const seconds = Math.abs(left < 0 ? Math.floor(left) : Math.ceil(left));
  return `${left < 0 ? "−" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
