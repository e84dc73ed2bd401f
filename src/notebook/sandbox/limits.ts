/** How much a worker of the sandbox may say. What is far beyond was not written by the harness. */

/** Messages of one worker: its own are three at most, as `boot.js` has it, and one is the frame's. */
export const MOST_MESSAGES = 5;

/** Characters of one message, as in `boot.js` and `lockdown.js`: a survey of 5,000 points has 1 MB. */
export const LONGEST_MESSAGE = 2_000_000;

/** Characters of a name, of a sentence, of a stack and of a function's text. */
export const LONGEST_NAME = 100;
export const LONGEST_SENTENCE = 1_000;
export const LONGEST_STACK = 4_000;
export const LONGEST_SOURCE = 100_000;

/** ms, and ns, that anything in the life of a worker may take: an hour. The watchdog bites after 30 s. */
export const LONGEST_MS = 3.6e6;
export const LONGEST_NS = 3.6e12;

/** ms that a declaration may ask for as its run's budget: more than any reader waits. */
export const LONGEST_BUDGET_MS = 60_000;

/** ms until the frame must have said that it can start workers; each of its two tries has 5,000. */
export const OPENING_MS = 15_000;
