/** What became of an address: it is there, it is gone, or nobody answered in time. */
export interface Answer {
  state: "there" | "gone" | "silent";
  /** "404", "ENOTFOUND" */
  why: string;
}

/** How an address is asked. */
export interface Asking {
  patienceMs: number;
  /** between two questions to one host */
  pauseMs: number;
}

export const defaults: Asking = { patienceMs: 20_000, pauseMs: 1000 };

/** Says who asks, and why, to those who read their logs. */
const headers = { "user-agent": "hot-path-link-check", accept: "text/html,*/*" };

/** Statuses that tell of us and not of the page: too many questions, or no robots. */
const REFUSES_US = new Set([401, 403, 405, 406, 429, 451, 999]);

/** Asks all addresses, those of one host one after another. */
export async function askAll(
  urls: readonly string[],
  asking: Asking,
  answered: (url: string, answer: Answer) => void,
): Promise<void> {
  const hosts = Map.groupBy(urls, (url) => new URL(url).host);
  await Promise.all(
    [...hosts.values()].map(async (own) => {
      for (const [i, url] of own.entries()) {
        if (i > 0) await new Promise((resolve) => setTimeout(resolve, asking.pauseMs));
        answered(url, await ask(url, asking));
      }
    }),
  );
}

/** Asks one address and follows where it leads. */
export async function ask(url: string, { patienceMs }: Pick<Asking, "patienceMs">): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers,
      redirect: "follow",
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    const why = String(response.status);
    if (response.ok) return { state: "there", why };
    return { state: REFUSES_US.has(response.status) || response.status >= 500 ? "silent" : "gone", why };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    const why = cause?.code ?? name;
    return { state: why === "ENOTFOUND" ? "gone" : "silent", why };
  }
}
