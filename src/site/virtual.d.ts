/// <reference types="astro/client" />

declare module "virtual:hot-path/book" {
  export const book: import("./book/book.ts").Book;
}
