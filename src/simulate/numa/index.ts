export {
  type Placement,
  type PlacementRun,
  type PlacementSettings,
  passTime,
  placePages,
} from "./placement.ts";
