import { short } from "../../bench/text/units.ts";
import { count } from "../data/summary.ts";
import { type ChoiceSkill, ENOUGH, type NumberSkill } from "./calibration.ts";
import { NEAR } from "./verdict.ts";

/** "On Memory you are usually off by a factor of 4.0, mostly too low: 5 of 6 numbers." */
export function numberText(where: string, { predictions, factor, low, high }: NumberSkill): string {
  const numbers = count(predictions, "number", "numbers");
  if (predictions < ENOUGH) return `${where}, ${numbers} so far: too few to tell.`;
  if (factor < NEAR) return `${where} you are usually right: ${numbers}.`;
  const most = Math.max(low, high);
  const side = low > high ? "low" : "high";
  const lean =
    2 * most > predictions ? `mostly too ${side}: ${most} of ${numbers}` : `to both sides: ${numbers}`;
  return `${where} you are usually off by a factor of ${short(factor)}, ${lean}.`;
}

/** "On CPU you chose right in 3 of 4; chance alone would give 1.3." */
export function choiceText(where: string, { predictions, right, chance }: ChoiceSkill): string {
  return `${where} you chose right in ${right} of ${predictions}; chance alone would give ${short(chance)}.`;
}
