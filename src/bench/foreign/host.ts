import { browserHost } from "../browser/browser-host.ts";
import type { Host, TogetherJob, WorkerJob } from "../host.ts";
import type { Spec } from "../types.ts";
import { explain } from "./explain.ts";
import { specText } from "./spec-text.ts";
import { findAddress } from "./start.ts";

export interface ForeignHost extends Host {
  /** lets go of the worker's script; no job can run afterwards */
  release(): void;
}

/**
 * Runs a Spec on a page that no compiler has seen: its functions travel as text, behind the harness for workers.
 * @param harness script that defines `hotPathWorker`, the exports of `src/bench/worker/worker.ts`
 */
export function foreignHost(spec: Spec, harness: string): ForeignHost {
  const { setup: _setup, check: _check, variants: _variants, claims: _claims, ...data } = spec;
  let url = "";
  const host = browserHost({ start: () => new Worker(url), captures: { data } });
  return {
    ...host,
    async clock() {
      url ||= (await findAddress())(scriptOf(spec, harness));
      return host.clock();
    },
    run: <J extends WorkerJob>(job: J, signal?: AbortSignal) => host.run(job, signal).catch(rethrow),
    runTogether: (jobs: TogetherJob[], signal?: AbortSignal) => host.runTogether(jobs, signal).catch(rethrow),
    release: () => URL.revokeObjectURL(url),
  };
}

function rethrow(error: unknown): never {
  throw explain(error);
}

/** Strict, like the modules that most functions come from. */
function scriptOf(spec: Spec, harness: string): string {
  return `"use strict";\n${harness}\nhotPathWorker.serve(async ({ data }) => ({ ...data, ...${specText(spec)} }));\n`;
}
