/** The drawing as text with coordinates rounded to whole pixels, one element a line. */
export function rounded(chart: Element, width: "wide" | "narrow"): string {
  const svg = chart.querySelector(`.hp-${width} svg`)?.outerHTML ?? "";
  return `${svg.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number)) + 0)).replaceAll("><", ">\n<")}\n`;
}

/** Text of each cell of the table, with the head as the first row. */
export function cells(chart: Element): string[][] {
  return [...chart.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? ""),
  );
}

/** Every piece of text in a drawing. */
export function wordsIn(chart: Element, width: "wide" | "narrow"): string[] {
  return [...chart.querySelectorAll(`.hp-${width} text`)].map((node) => node.textContent ?? "");
}
