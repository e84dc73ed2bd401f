/** The thread of `FinishThread`: finishes pages. */
import { parentPort, workerData } from "node:worker_threads";
import { type FinishSettings, PageFinisher } from "./finish.ts";
import type { Answer, Asked } from "./finished-pages.ts";

const finisher = new PageFinisher(workerData as FinishSettings);

parentPort?.on("message", async ({ id, page }: Asked) => {
  const answer: Answer = { id };
  try {
    if (page) answer.page = finisher.page(page.place, page.file, page.html);
    else answer.list = await finisher.end();
  } catch (error) {
    answer.error = error;
  }
  parentPort?.postMessage(answer);
});
