import { serve } from "../../../src/bench/worker/worker.ts";
import { type Subject, specOf } from "./pair.ts";

serve(async (captures) => specOf(captures as unknown as Subject));
