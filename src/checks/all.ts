import { anatomy } from "./chapters/anatomy.ts";
import { components } from "./chapters/components.ts";
import { covers } from "./chapters/covers.ts";
import { definitions } from "./chapters/definitions.ts";
import { fillIn } from "./chapters/fill-in.ts";
import { frontMatter } from "./chapters/front-matter.ts";
import { languages } from "./chapters/languages.ts";
import { links } from "./chapters/links.ts";
import { order } from "./chapters/order.ts";
import { paths } from "./chapters/paths.ts";
import { sources } from "./chapters/sources.ts";
import { study } from "./chapters/study.ts";
import { syntax } from "./chapters/syntax.ts";
import type { Check } from "./check.ts";
import { audit } from "./code/audit.ts";
import { imports } from "./code/imports.ts";
import { installScripts } from "./code/install-scripts.ts";
import { lock } from "./code/lock.ts";
import { size } from "./code/size.ts";
import { style } from "./code/style.ts";
import { types } from "./code/types.ts";
import { workflows } from "./code/workflows.ts";
import { cellTypes } from "./notebooks/cell-types.ts";
import { claims } from "./notebooks/claims.ts";
import { native } from "./notebooks/native.ts";
import { notebooks } from "./notebooks/notebooks.ts";
import { records } from "./notebooks/records.ts";
import { bareNumbers } from "./numbers/bare.ts";
import { facts } from "./numbers/facts.ts";
import { recordedNumbers } from "./numbers/recorded.ts";
import { alternatives } from "./prose/alternatives.ts";
import { headings } from "./prose/headings.ts";
import { houseWords } from "./prose/house-words.ts";
import { spelling } from "./prose/spelling.ts";

/** What can be told of a book from its text. */
export const ofBook: Check[] = [
  order,
  syntax,
  fillIn,
  components,
  frontMatter,
  covers,
  anatomy,
  study,
  definitions,
  sources,
  links,
  headings,
  alternatives,
  languages,
  spelling,
  houseWords,
  bareNumbers,
  facts,
  paths,
  notebooks,
  records,
  recordedNumbers,
  claims,
  native,
];

/** What other tools tell, in processes of their own. They take longest, so they start first. */
export const ofTools: Check[] = [types, cellTypes, style, audit];

/** What can be told of the code from its text. */
export const ofCode: Check[] = [imports, size, lock, installScripts, workflows];

/** Everything that `npm run check` looks at. */
export const all: Check[] = [...ofTools, ...ofBook, ...ofCode];
