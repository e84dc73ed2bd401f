/**
 * When a section counts as read: its end has been on the screen, and a part of it has been there for a third of the time that reading it
 * takes. A third, because who knows the matter reads faster; not less, because who scrolls through has not read.
 */

/** Words a second of careful reading: 200 a minute, as the chapters' lengths are computed. */
const WORDS_A_SECOND = 200 / 60;
const SHARE = 1 / 3;
/** Less than this is a glance, in seconds. */
const LEAST_S = 5;

/** Seconds that a section of so many words has to be on the screen. */
export function secondsToRead(words: number): number {
  return Math.max(LEAST_S, (words / WORDS_A_SECOND) * SHARE);
}

/** Words of a text. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** What has been seen of a section. */
export interface Seen {
  /** seconds on the screen */
  seconds: number;
  /** whether its end was */
  end: boolean;
}

/** A section and a window, as distances from one line, downwards, in CSS pixels. */
export interface Extent {
  top: number;
  bottom: number;
}

/** What has been seen after `seconds` more with the section at `section` and the window at `window`. */
export function look(seen: Seen, section: Extent, window: Extent, seconds: number): Seen {
  const isVisible = section.bottom > window.top && section.top < window.bottom;
  if (!isVisible) return seen;
  return { seconds: seen.seconds + seconds, end: seen.end || section.bottom <= window.bottom };
}

/** Whether a section of so many words is read. */
export function isRead({ seconds, end }: Seen, words: number): boolean {
  return end && seconds >= secondsToRead(words);
}
