/** Does tasks in turn, so many at once. */
export class Lanes {
  private readonly lanes: Promise<void>[];
  private next = 0;

  constructor(count: number) {
    this.lanes = Array.from({ length: count }, () => Promise.resolve());
  }

  /** Puts a task behind those that were added before; what it throws is thrown by `done`. */
  add(task: () => Promise<void>): void {
    const lane = this.next++ % this.lanes.length;
    this.lanes[lane] = this.lanes[lane].then(task);
    this.lanes[lane].catch(() => {});
  }

  /** Resolves when all tasks that were added are done. */
  async done(): Promise<void> {
    await Promise.all(this.lanes);
  }
}
