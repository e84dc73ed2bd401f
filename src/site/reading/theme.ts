/** The choice of the theme. Nothing chosen means the system's, also when that changes. */

/** Under this name Starlight kept it, and readers' choices are kept on. */
const KEY = "starlight-theme";

const system = matchMedia("(prefers-color-scheme: light)");
const choice = document.querySelector<HTMLSelectElement>(".hp-theme");

function show(): void {
  const theme = choice?.value || (system.matches ? "light" : "dark");
  document.documentElement.dataset.theme = theme;
}

if (choice) {
  // a browser that keeps nothing goes by the system on the next page
  try {
    choice.value = localStorage.getItem(KEY) ?? "";
  } catch {}
  choice.onchange = () => {
    show();
    try {
      localStorage.setItem(KEY, choice.value);
    } catch {}
  };
  system.onchange = show;
}
