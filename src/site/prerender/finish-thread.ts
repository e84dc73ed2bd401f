/** The thread of `FinishedPages`: finishes pages. */
import { workerData } from "node:worker_threads";
import { answerQuestions } from "../asked-thread.ts";
import { type FinishSettings, PageFinisher } from "./finish.ts";
import type { Asked, Finished } from "./finished-pages.ts";

const finisher = new PageFinisher(workerData as FinishSettings);

answerQuestions(
  async ({ page }: Asked): Promise<Finished> =>
    page ? { page: finisher.page(page.place, page.file, page.html) } : { list: await finisher.end() },
);
