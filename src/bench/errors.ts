/** An error inside a worker: message and name as thrown there, and the stack text of the worker. */
export class WorkerError extends Error {
  workerStack: string;

  constructor(message: string, workerStack: string, name = "WorkerError") {
    super(message);
    this.name = name;
    this.workerStack = workerStack;
  }
}

/** What a run throws after Stop. */
export function abortError(): DOMException {
  return new DOMException("The run was stopped.", "AbortError");
}

export function throwIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw abortError();
}
