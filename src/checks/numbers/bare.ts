import type { Check } from "../check.ts";
import { pagesOf } from "../files.ts";
import { type Page, sayAt } from "../prose/page.ts";
import { proseOfPage } from "../prose/prose.ts";

/** No number of performance is typed into prose: a reader can ask of each where it comes from. */
export const bareNumbers: Check = {
  name: "numbers in prose",
  run: async (root) => pagesOf(root).flatMap(bareNumberProblems),
};

const number = "(?:\\d[\\d.,]*\\d|\\d)";
const counted = "(?:three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|a thousand|a million)";
const time = "(?:ns|µs|μs|us|ms|(?:nano|micro|milli)?seconds?|minutes?|hours?)";
const rate =
  "(?:[kKMGT]i?[Bb](?:it)?|bytes|bits|requests|operations|ops|calls|queries)\\s?(?:/\\s?s\\b|per second)|per second";
const clock = "[kMG]Hz|cycles?|clocks?";
const ratio =
  "(?:times|fold)\\s(?:faster|slower|quicker|longer|cheaper|dearer|as\\s(?:fast|slow|long|quick|dear|cheap))";
const percent = "(?:%|per cent)\\s(?:faster|slower|quicker|longer)";

/** A number with a unit of time, rate or frequency, or a ratio of times. */
const performance = new RegExp(
  `(?<![\\w.^-])(?:${number}(?:\\s|\\u00a0|-(?!(?:second|minute|hour)))?(?:(?:${time}|${rate}|${clock}|${ratio}|${percent})(?![\\w])|×|(?<!\\b0)x(?!\\w))|${counted}\\s${ratio})`,
  "g",
);

/** Words that make a number a supposition and no measurement. */
const supposed = /\b(?:suppose|imagine|assume|assuming|pretend|say,)/i;
const cited = /\]\(#source-\d+\)/;
/** What the writer sets, as in `{/​* given: the deadline of the example *​/}`. */
const given = /\{\/\*\s*given:\s*\S[^*]*\*\/\}/;

/** Bare numbers of a page, each with its place. */
export function bareNumberProblems(page: Page): string[] {
  // guesses and wrong options are what readers think, and no claims
  const prose = proseOfPage(page, {
    without: ["Sources", "FurtherReading"],
    attributes: ["asks", "title", "alt"],
  });
  return [...prose.words.matchAll(performance)].flatMap(({ index, 0: found }) => {
    const block = around(page.text, index, /\n\s*\n/g);
    const sentence = around(page.text, index, /[.!?:]["”’)*]*\s|\n\s*\n|\|/g);
    if (given.test(block) || cited.test(sentence) || supposed.test(sentence)) return [];
    return [
      sayAt(
        page,
        index,
        `“${found.replace(/\s+/g, " ")}” is typed in`,
        "Take it from a recorded result (<Recorded …/>) or a fact (<Fact …/>), name its source with [1](#source-1), or, if you set it yourself, write {/* given: why */} beside it",
      ),
    ];
  });
}

/** The stretch of text between two separators that holds a place. */
function around(text: string, at: number, separator: RegExp): string {
  const ends = [...text.matchAll(separator)];
  const from = ends.findLast(({ index, 0: end }) => index + end.length <= at);
  const to = ends.find(({ index }) => index > at);
  return text.slice(from ? from.index + from[0].length : 0, to ? to.index + to[0].length : text.length);
}
