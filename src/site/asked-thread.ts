import { parentPort, Worker, type WorkerOptions } from "node:worker_threads";

/** A question with the number by which its answer is told apart. */
interface Numbered<Question> {
  id: number;
  question: Question;
}

type Answered<Answer> = { id: number; answer: Answer } | { id: number; error: unknown };

/** A thread that is asked questions and answers each; its script calls `answerQuestions`. It keeps no process alive in which nobody waits for an answer. */
export class AskedThread<Question, Answer> {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, PromiseWithResolvers<Answer>>();
  private asked = 0;
  private failure: unknown;

  constructor(script: URL | string, options?: WorkerOptions) {
    this.worker = new Worker(script, options);
    this.worker.unref();
    this.worker.on("message", (answered: Answered<Answer>) => {
      const asked = this.waiting.get(answered.id);
      this.waiting.delete(answered.id);
      if (this.waiting.size === 0) this.worker.unref();
      if ("error" in answered) asked?.reject(answered.error);
      else asked?.resolve(answered.answer);
    });
    this.worker.once("error", (error) => {
      this.failure = error;
      for (const { reject } of this.waiting.values()) reject(error);
    });
  }

  /** Rejects with what the answering function throws, and for good if the thread has ended by a mistake. */
  ask(question: Question): Promise<Answer> {
    if (this.failure) return Promise.reject(this.failure);
    const answer = Promise.withResolvers<Answer>();
    this.asked += 1;
    this.waiting.set(this.asked, answer);
    this.worker.ref();
    this.worker.postMessage({ id: this.asked, question } satisfies Numbered<Question>);
    return answer.promise;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

/** In the thread: answers questions, in the order in which `answer` is done with them. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  parentPort?.on("message", async ({ id, question }: Numbered<Question>) => {
    let answered: Answered<Answer>;
    try {
      answered = { id, answer: await answer(question) };
    } catch (error) {
      answered = { id, error };
    }
    parentPort?.postMessage(answered);
  });
}
