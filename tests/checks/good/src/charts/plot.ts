import { now } from "../bench/clock.ts";

export const drawn = now();
