export { type CoresRun, type CoresSettings, runCores, type SchedulingPolicy } from "./cores.ts";
