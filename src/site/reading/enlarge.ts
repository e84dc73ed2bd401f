/** The buttons of figures that open them large. */
document.addEventListener("click", ({ target }) => {
  const figure = (target as Element).closest(".hp-enlarge")?.closest("figure");
  const drawing = figure?.querySelector("svg");
  if (figure && drawing) void import("./large-figure.ts").then(({ enlarge }) => enlarge(figure, drawing));
});
