import { expect, test } from "vitest";
import { matches, plainText } from "../../../src/site/look-up/match.ts";

test.each([
  ["Branch prediction, branchless code", "pred branch", true],
  ["Branch prediction, branchless code", "predictor", false],
  ["likely/unlikely", "unlikely", true],
  ["false sharing", "sharing, false!", true],
  ["mispredicted", "predicted", false],
  ["Jiménez and Lin", "jimenez", true],
  ["anything", "", true],
])("“%s” has the words of “%s”: %s", (text, query, found) => {
  expect(matches(plainText(text), plainText(query))).toBe(found);
});
