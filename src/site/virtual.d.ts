/// <reference types="astro/client" />

declare module "virtual:hot-path/book" {
  export const book: import("./book/book.ts").Book;
}

/** Components are checked by Astro; TypeScript only passes them on. */
declare module "*.astro" {
  const component: import("astro").AstroComponentFactory;
  export default component;
}
