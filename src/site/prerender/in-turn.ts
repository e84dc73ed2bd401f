/** Does tasks in the order of their places, one after the other, however they come in. */
export class InTurn {
  private readonly waiting = new Map<number, () => Promise<void>>();
  private next = 0;
  private last: Promise<void> = Promise.resolve();

  /**
   * @param place from 0, without gaps: where there is nothing to do, a task does nothing
   */
  add(place: number, task: () => Promise<void> = async () => {}): void {
    this.waiting.set(place, task);
    for (let due = this.waiting.get(this.next); due; due = this.waiting.get(this.next)) {
      this.waiting.delete(this.next);
      this.next += 1;
      this.last = this.last.then(due);
      // what it throws is thrown by `done`
      this.last.catch(() => {});
    }
  }

  /** Resolves when all tasks are done. */
  done(): Promise<void> {
    return this.last;
  }
}
