export { type CoresRun, type CoresSettings, type Policy, runCores } from "./cores.ts";
