import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRoute } from "astro";
import { readAcceptance } from "../acceptance/lines.ts";

const folder = join(process.cwd(), "content/acceptance");

export const getStaticPaths = () => readAcceptance(folder).map(({ name }) => ({ params: { name } }));

/** The raw data of the acceptance table, as recorded. */
export const GET: APIRoute = ({ params }) =>
  new Response(readFileSync(join(folder, `${params.name}.jsonl`)), {
    headers: { "Content-Type": "application/jsonl" },
  });
