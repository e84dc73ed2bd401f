/** Mistakes in the book come without a stack: the place that Astro's overlay has for one is taken out of it then. */
import.meta.hot?.on("vite:error", ({ err }) => {
  if (err.stack) return;
  // Vite makes the overlay after it has told everybody
  setTimeout(() =>
    document.querySelector("vite-error-overlay")?.shadowRoot?.querySelector("#stack")?.remove(),
  );
});
