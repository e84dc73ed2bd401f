import { expect, it } from "vitest";
import { InTurn } from "../../../src/site/prerender/in-turn.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("tasks are done in the order of their places, one after the other, however they come in", async () => {
  const turns = new InTurn();
  const done: string[] = [];
  const task = (name: string, ms: number) => async () => {
    done.push(`${name} begins`);
    await wait(ms);
    done.push(`${name} ends`);
  };
  turns.add(2, task("two", 0));
  turns.add(0, task("zero", 5));
  await wait(1);
  expect(done).toEqual(["zero begins"]);
  turns.add(1);
  await turns.done();
  expect(done).toEqual(["zero begins", "zero ends", "two begins", "two ends"]);
});

it("what a task throws is thrown at the end, and what comes after it is not done", async () => {
  const turns = new InTurn();
  const done: number[] = [];
  turns.add(0, () => Promise.reject(new Error("no index")));
  turns.add(1, async () => void done.push(1));
  await expect(turns.done()).rejects.toThrow("no index");
  expect(done).toEqual([]);
});
