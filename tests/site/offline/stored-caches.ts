/** As much of a browser's CacheStorage as the service worker uses, in memory. */
export class StoredCaches {
  private readonly stores = new Map<string, Map<string, Response>>();
  fetch: (request: Request) => Promise<Response> = globalThis.fetch;

  async open(name: string) {
    const store = this.store(name);
    const urlOf = (request: string | Request) => (typeof request === "string" ? request : request.url);
    return {
      match: async (request: string | Request) => store.get(urlOf(request))?.clone(),
      put: async (request: string | Request, response: Response) => void store.set(urlOf(request), response),
      delete: async (request: string | Request) => store.delete(urlOf(request)),
      keys: async () => [...store.keys()].map((url) => new Request(url)),
      addAll: async (requests: Request[]) => {
        const responses = await Promise.all(requests.map((request) => this.fetch(request)));
        if (responses.some(({ ok }) => !ok)) throw new TypeError("Request failed");
        for (const [i, response] of responses.entries()) store.set(requests[i].url, response);
      },
    };
  }

  /** Addresses below `root` in a cache, sorted. */
  paths(name: string, root: string): string[] {
    return [...this.store(name).keys()].map((url) => url.slice(root.length)).sort();
  }

  /** Body of a stored response, or undefined. */
  async text(name: string, url: string): Promise<string | undefined> {
    return this.store(name).get(url)?.clone().text();
  }

  private store(name: string): Map<string, Response> {
    const store = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, store);
    return store;
  }
}
