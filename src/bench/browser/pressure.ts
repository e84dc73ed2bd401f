interface Observer {
  observe(source: "cpu"): Promise<void>;
}

type ObserverClass = new (callback: (records: { state: string }[]) => void) => Observer;

let latest: string | null = null;
let observing = false;

/** The last state the Compute Pressure API told (Chromium), null before the first; observes from the first call on. */
export function pressureState(): string | null {
  const { PressureObserver } = globalThis as { PressureObserver?: ObserverClass };
  if (PressureObserver && !observing) {
    observing = true;
    const observer = new PressureObserver((records) => {
      latest = records.at(-1)?.state ?? latest;
    });
    // refused on a page that is not isolated or not allowed to: then there is nothing to tell
    observer.observe("cpu").catch(() => {});
  }
  return latest;
}
