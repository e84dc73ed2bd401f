import type { ElementContent } from "hast";
import type { RecordedNumber } from "../numbers/recorded.ts";

/** What a chapter asks of its reader, as the collector finds it. */
export type Item = Prediction | Quiz | Question | Card | Exercise;

interface Asked {
  /** where it stands, which is its address and its name in the reader's data: "cpu/branches#card-cost" */
  key: string;
  /** "cpu/branches" */
  chapter: string;
  /** the question or the title, in Markdown of one line */
  asks: string;
}

/** One of the answers to choose from, with the sentence that is shown when it is chosen. */
export interface Option {
  /** name in the reader's data, made of `says` */
  id: string;
  says: string;
  right: boolean;
  body: ElementContent[];
}

export interface Prediction extends Asked {
  kind: "predict";
  /** the wrong guesses that readers make, in Markdown; none if there are options */
  guesses: string[];
  /** what the number is held against; undefined if there are options */
  truth?: { recorded: Omit<RecordedNumber, "browser"> } | { fact: string };
  options: Option[];
  /** what is unfolded afterwards; empty if there are options */
  body: ElementContent[];
}

export interface Quiz extends Asked {
  kind: "quiz";
  options: Option[];
  body: ElementContent[];
}

/** How much is expected of the person who answers. */
export const LEVELS = { mid: "mid-level", senior: "senior", staff: "staff" } as const;
export type Level = keyof typeof LEVELS;

/** The answers of a question in their order, with their titles. */
export const ANSWERS = {
  "60-second": "The 60-second answer",
  "10-minute": "The 10-minute answer",
  staff: "What a staff engineer adds",
  "follow-ups": "Follow-ups, with the point of each",
  wrong: "The common wrong answer",
} as const;
export type AnswerKind = keyof typeof ANSWERS;

export interface Question extends Asked {
  kind: "question";
  level: Level;
  answers: Record<AnswerKind, ElementContent[]>;
}

export interface Card extends Asked {
  kind: "card";
  body: ElementContent[];
}

export interface Exercise extends Asked {
  kind: "exercise";
}

/** Component to kind: what the collector looks for, and the first half of an item's anchor. */
export const KINDS = {
  Predict: "predict",
  Quiz: "quiz",
  Question: "question",
  Card: "card",
  Exercise: "exercise",
} as const satisfies Record<string, Item["kind"]>;

/** The anchor of an item on its page: "card-cost". */
export const anchorOf = (kind: Item["kind"], id: string) => `${kind}-${id}`;

/** Where an item stands, which is its name in the reader's data: "cpu/branches#card-cost". */
export const itemKey = (page: string, kind: Item["kind"], id: string) => `${page}#${anchorOf(kind, id)}`;

/**
 * The id of an item's element.
 * @param isElsewhere on a page with items of many chapters
 */
export function placeOf(key: string, isElsewhere: boolean): string {
  const [page, anchor] = key.split("#");
  return isElsewhere ? `${page.replace("/", "-")}-${anchor}` : anchor;
}

/** The name that an item has in its chapter: "cost". */
export const nameOf = ({ key, kind }: Pick<Item, "key" | "kind">) => key.split("#")[1].slice(kind.length + 1);

/** The name of an option in the reader's data: "A little longer." is "a-little-longer". */
export const optionId = (says: string) =>
  says
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
