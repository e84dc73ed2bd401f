export { access, type CoherenceMessage, type CoherenceProtocol, type LineState } from "./protocol.ts";
export {
  type CoherenceCosts,
  type CoherenceOptions,
  type CoherenceRun,
  type CoherenceStep,
  falselyShared,
  runCoherence,
  type SharedAccess,
  stepTime,
} from "./run.ts";
export { messageWords } from "./words.ts";
