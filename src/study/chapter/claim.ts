/**
 * Calls back each time that the reader's own run of a notebook beside `mark`, in the same section, bears a claim out.
 * @param says the claim's sentence
 */
export function whenClaimHolds(mark: Element, says: string, holds: () => void): void {
  const section = mark.closest("section");
  for (const notebook of section?.querySelectorAll<HTMLElement>("hot-notebook") ?? []) {
    const look = () => {
      if (notebook.dataset.state !== "done") return;
      const rows = [...notebook.querySelectorAll<HTMLTableRowElement>("table.hp-claims tbody tr")];
      const row = rows.find(({ cells }) =>
        cells[0]?.textContent?.toLowerCase().startsWith(says.toLowerCase()),
      );
      // the reader's own result stands before the recorded ones
      if (row?.cells[1]?.dataset.state === "holds") holds();
    };
    new MutationObserver(look).observe(notebook, { attributeFilter: ["data-state"] });
  }
}
