import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { loadBook } from "./src/site/book/load-book.ts";
import { hotPath } from "./src/site/integration.ts";
import { library } from "./src/site/library/integration.ts";
import { licences } from "./src/site/licences/integration.ts";
import { notebooks } from "./src/site/notebooks/integration.ts";
import { offline } from "./src/site/offline/integration.ts";
import { FinishedPages } from "./src/site/prerender/finished-pages.ts";
import { prerender } from "./src/site/prerender/integration.ts";
import { isolation } from "./src/site/production/headers.ts";
import { production } from "./src/site/production/integration.ts";
import { sandboxHash } from "./src/site/production/sandbox-hash.ts";
import { settings } from "./src/site/settings.ts";
import { starlightOptions, withoutSearchIndex } from "./src/site/starlight.ts";

const root = new URL("./", import.meta.url);
const { site, base, editUrl } = settings(root);
const book = loadBook(root);
const pages = new FinishedPages();

export default defineConfig({
  site,
  base,
  trailingSlash: "always",
  // Pages are light, and the service worker keeps them; a script that loads them in advance would weigh on each.
  prefetch: false,
  devToolbar: { enabled: false },
  server: { headers: isolation },
  integrations: [
    withoutSearchIndex(starlight(starlightOptions({ book, editUrl }))),
    hotPath({ book }),
    notebooks({ pages }),
    prerender({ pages, extraHashes: [sandboxHash()] }),
    library(),
    licences(),
    offline({ pages }),
    production({ pages }),
  ],
});
