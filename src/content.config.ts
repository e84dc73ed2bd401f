import { defineCollection } from "astro:content";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

/** Front matter of a page: Starlight's own fields and ours. */
const frontMatter = z.object({
  /** syllabus items that the page teaches, word for word, and the heading or anchor where, if no heading says the same words */
  covers: z
    .array(z.union([z.string(), z.strictObject({ item: z.string(), at: z.string().startsWith("#") })]))
    .default([]),
  /** words that readers type and the text does not contain; found by search */
  keywords: z.array(z.string()).default([]),
  /** minutes to read, when counting words gives a wrong picture */
  minutes: z.number().int().positive().optional(),
});

export const collections = {
  docs: defineCollection({
    // without the text: with it each change of a file in development would write that of the whole book
    loader: glob({ base: "./content", pattern: "**/*.{md,mdx}", retainBody: false }),
    schema: docsSchema({ extend: frontMatter }),
  }),
  /** Words of the interface that differ from Starlight's. */
  i18n: defineCollection({
    loader: () => [{ id: "en", "page.editLink": "Edit this page" }],
    schema: i18nSchema(),
  }),
};
