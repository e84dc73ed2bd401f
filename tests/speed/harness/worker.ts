import { serve } from "../../../src/bench/worker.ts";
import { type Pair, specOf } from "./pair.ts";

serve(async (captures) => specOf(captures as unknown as Pair));
