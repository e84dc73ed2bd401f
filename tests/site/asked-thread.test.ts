import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { AskedThread } from "../../src/site/asked-thread.ts";

const folder = mkdtempSync(join(tmpdir(), "hot-path-asked-"));
afterAll(() => rmSync(folder, { recursive: true }));

let thread: AskedThread<number, number> | undefined;
afterEach(() => thread?.end());

/** A thread that answers with what the code makes of `n`. */
function threadThat(code: string): AskedThread<number, number> {
  const script = join(folder, `${code.length}.ts`);
  const module = JSON.stringify(resolve("src/site/asked-thread.ts"));
  writeFileSync(
    script,
    `import { answerQuestions } from ${module};\nanswerQuestions(async (n) => { ${code} });\n`,
  );
  thread = new AskedThread(script);
  return thread;
}

it("each question gets its own answer, also if a later one is answered first", async () => {
  const asked = threadThat("await new Promise((done) => setTimeout(done, 40 - 10 * n)); return n * n;");
  expect(await Promise.all([1, 2, 3].map((n) => asked.ask(n)))).toEqual([1, 4, 9]);
});

it("what answering throws is told to whoever asked; the thread goes on", async () => {
  const asked = threadThat("if (n < 0) throw new RangeError('no ' + n); return n;");
  await expect(asked.ask(-1)).rejects.toThrow("no -1");
  expect(await asked.ask(1)).toBe(1);
});

it("a thread that has ended by a mistake is waited for by nobody", async () => {
  const asked = threadThat("setTimeout(() => { throw new Error('gone'); }); return new Promise(() => {});");
  await expect(asked.ask(1)).rejects.toThrow("gone");
  await expect(asked.ask(2)).rejects.toThrow("gone");
});
