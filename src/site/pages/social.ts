import { getCollection } from "astro:content";
import { book } from "virtual:hot-path/book";
import type { APIRoute, GetStaticPaths } from "astro";
import { drawPreview } from "../social/draw.ts";
import { type Preview, previewsOf } from "../social/previews.ts";

export const getStaticPaths = (async () =>
  [...previewsOf(book, await getCollection("docs"))].map(([page, preview]) => ({
    params: { page },
    props: { preview },
  }))) satisfies GetStaticPaths;

/** The preview image of a page. */
export const GET: APIRoute<{ preview: Preview }> = async ({ props }) =>
  new Response(new Uint8Array(await drawPreview(props.preview)), {
    headers: { "Content-Type": "image/png" },
  });
