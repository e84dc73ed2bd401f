import { describe, expect, it } from "vitest";
import { judgeExact } from "../../src/charts/claims/judge-exact.ts";
import { compileBook } from "../../src/notebook/compile/book.ts";
import { evaluateCompiled } from "../../src/notebook/render/evaluate.ts";

describe("claims on models, in the notebooks of the book", async () => {
  const notebooks = await compileBook(process.cwd());
  const claiming = notebooks.filter(({ host }) => host.code.includes("exactClaims"));

  it("are there", () => {
    expect(claiming.map(({ id }) => id)).toContain("branches/predictor-lab");
  });

  it.each(claiming.map((notebook) => ({ id: notebook.id, notebook })))(
    "hold in $id",
    async ({ notebook }) => {
      const { exact, dispose } = await evaluateCompiled(notebook);
      dispose();
      expect(exact.length).toBeGreaterThan(0);
      const wrong = judgeExact(exact).filter(({ state }) => state !== "holds");
      expect(wrong).toEqual([]);
    },
  );
});
