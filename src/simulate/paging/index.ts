export type { PageFrame } from "./frame.ts";
export {
  type MappingKind,
  type Mappings,
  mappings,
  type Owner,
  type Served,
  type TableEntry,
  type Usage,
} from "./mappings.ts";
export { type MappingStep, playMappings, readSteps, type Shot } from "./scenes.ts";
