import { chapters } from "./chapters.ts";
import { data } from "./data.ts";
import type { Mistake } from "./mistake.ts";
import { notebooks } from "./notebooks.ts";
import { prose } from "./prose.ts";

/** What contributors get wrong, each a change of one place of the good book. */
export const mistakes: Mistake[] = [...chapters, ...prose, ...data, ...notebooks];
