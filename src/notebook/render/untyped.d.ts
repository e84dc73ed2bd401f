/** Packages without types of their own, as far as they are used here. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html?: string, options?: object);
    readonly window: Window & typeof globalThis;
  }
}

declare module "@observablehq/inputs";
declare module "htl";
