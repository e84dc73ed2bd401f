/** An interview that is not scored yet, kept so that a closed page loses nothing. */
export interface Draft {
  item: string;
  /** seconds that there are, and that have passed */
  seconds: number;
  elapsed: number;
  note: string;
  /** points given so far, by criterion; the answers of the book were seen if there are any */
  scores: Record<string, string>;
}

const KEY = "hot-path-interview";

/** null if there is none, or the browser keeps nothing. */
export function readDraft(): Draft | null {
  try {
    const { item, seconds, elapsed, note, scores = {} } = JSON.parse(localStorage.getItem(KEY) ?? "");
    const isDraft = typeof item === "string" && typeof note === "string" && seconds > 0 && elapsed >= 0;
    return isDraft ? { item, seconds, elapsed, note, scores } : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it. Without storage it lives as long as the page; the journal tells of that. */
export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
    else localStorage.removeItem(KEY);
  } catch {}
}
