import type { Answer } from "./host.ts";

export interface VariantAnswer {
  variant: string;
  answer: Answer;
}

/**
 * What is wrong with the answers, as a sentence; null if nothing is. With the notebook's `check` each variant is
 * judged by itself; else all must return the value of the first one.
 */
export function findWrongAnswer(answers: readonly VariantAnswer[]): string | null {
  const [first] = answers;
  const wrong = answers.find(({ answer }) => answer.right === false);
  if (wrong) return `${wrong.variant} returned ${wrong.answer.preview}, which the check refuses.`;
  const other = answers.find(({ answer }) => answer.right === null && answer.digest !== first.answer.digest);
  if (!other) return null;
  return `${first.variant} returned ${first.answer.preview}, but ${other.variant} returned ${other.answer.preview}.`;
}
