import { getCollection } from "astro:content";

let known: ReadonlyMap<string, string> | undefined;

/** Titles of the pages that are written, by id. A build reads the collection once for all pages. */
export async function writtenPages(): Promise<ReadonlyMap<string, string>> {
  if (known && !import.meta.env.DEV) return known;
  known = new Map(
    (await getCollection("docs")).map((page: { id: string; data: { title: string } }) => [
      page.id,
      page.data.title,
    ]),
  );
  return known;
}
