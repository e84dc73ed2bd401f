import { notebooksOf } from "../../notebook/compile/find.ts";
import { all } from "../all.ts";
import { type Check, type Finding, runCheck } from "../check.ts";
import { forgetNotebooks } from "../notebooks/book.ts";
import { concerned, concernsAll } from "./concerned.ts";

/** What is asked of the checks: the files that were saved since they were last asked; at first, everything. */
export type Asked = readonly string[] | "everything";

/** Runs those checks that are concerned, with what they know of files that were not saved. */
export async function answer(root: string, asked: Asked, checks: readonly Check[] = all): Promise<Finding[]> {
  const files = asked === "everything" ? [] : asked;
  forgetNotebooks(
    root,
    files.flatMap((file) => notebooksOf(root, file)),
  );
  const wanted = asked === "everything" || files.some(concernsAll) ? checks : concerned(files);
  return Promise.all(checks.filter((check) => wanted.includes(check)).map((check) => runCheck(check, root)));
}
