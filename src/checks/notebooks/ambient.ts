/**
 * Types of what cells use without importing it, and of libraries that have none of their own, as a file of declarations.
 * An input of Observable is an element with a `value`; `view` shows it and gives the value.
 */
export const ambientTypes = `
declare function display<T>(value: T): T;
declare function view<T>(input: { value: T }): T;
declare const width: number;
declare const now: number;
declare const dark: boolean;
declare const invalidation: Promise<void>;
declare function visibility<T = void>(value?: T): Promise<T>;
declare function Mutable<T>(value: T): { value: T };
/** Other cells see what a generator yields. */
declare const Generators: {
  input<T>(input: { value: T }): T;
  observe<T>(initialise: (change: (value: T) => void) => (() => void) | void): T;
  dark(): boolean;
  now(): number;
  width(element: Element): number;
};
type Tag<T> = (strings: TemplateStringsArray, ...values: unknown[]) => T;
declare const md: Tag<HTMLElement>;
declare const tex: Tag<HTMLElement> & { block: Tag<HTMLElement> };
declare const html: Tag<HTMLElement> & { fragment: Tag<DocumentFragment> };
declare const svg: Tag<SVGElement> & { fragment: Tag<DocumentFragment> };
declare const htl: { html: typeof html; svg: typeof svg };
declare const Plot: typeof import("@observablehq/plot");
declare const Inputs: typeof import("npm:@observablehq/inputs");

declare module "htl" {
  export const html: Tag<HTMLElement> & { fragment: Tag<DocumentFragment> };
  export const svg: Tag<SVGElement> & { fragment: Tag<DocumentFragment> };
}
declare module "npm:htl" { export * from "htl"; }
declare module "npm:@observablehq/plot" { export * from "@observablehq/plot"; }

declare module "npm:@observablehq/inputs" {
  type Input<T> = HTMLElement & { value: T };
  type Text = string | Node;
  /** Fields that all inputs take. */
  interface Common { label?: Text; width?: number | string; disabled?: boolean }
  interface Choice<T> extends Common {
    format?: (value: T) => Text;
    keyof?: (value: T) => string;
    valueof?: (value: T) => T;
    sort?: boolean | string | ((a: T, b: T) => number);
    unique?: boolean;
  }
  interface Range extends Common {
    value?: number; step?: number; format?: (value: number) => string | number;
    placeholder?: string; transform?: (value: number) => number; invert?: (value: number) => number; validate?: (input: HTMLInputElement) => boolean;
  }
  interface Typed extends Common {
    value?: string; type?: string; placeholder?: string; pattern?: string; spellcheck?: boolean | string;
    autocomplete?: string | boolean; autocapitalize?: string | boolean; minlength?: number; maxlength?: number; min?: string; max?: string;
    required?: boolean; readonly?: boolean; submit?: boolean | string; datalist?: Iterable<string>; rows?: number; resize?: boolean; monospace?: boolean;
    validate?: (input: HTMLInputElement) => boolean;
  }
  export function range(extent?: readonly [number, number], options?: Range): Input<number>;
  export function number(extent?: readonly [number, number], options?: Range): Input<number>;
  export function number(options: Range): Input<number>;
  export function select<K, V>(data: ReadonlyMap<K, V>, options?: Choice<[K, V]> & { value?: V; multiple?: false }): Input<V>;
  export function select<T>(data: Iterable<T>, options: Choice<T> & { value?: readonly T[]; multiple: true | number; size?: number }): Input<T[]>;
  export function select<T>(data: Iterable<T>, options?: Choice<T> & { value?: T; multiple?: false }): Input<T>;
  export function radio<K, V>(data: ReadonlyMap<K, V>, options?: Choice<[K, V]> & { value?: V }): Input<V>;
  export function radio<T>(data: Iterable<T>, options?: Choice<T> & { value?: T }): Input<T>;
  export function checkbox<K, V>(data: ReadonlyMap<K, V>, options?: Choice<[K, V]> & { value?: readonly V[] }): Input<V[]>;
  export function checkbox<T>(data: Iterable<T>, options?: Choice<T> & { value?: readonly T[] }): Input<T[]>;
  export function toggle(options?: Common & { value?: boolean }): Input<boolean>;
  export function toggle<T>(options: Common & { values: readonly [on: T, off: T]; value?: T }): Input<T>;
  export function text(options?: Typed): Input<string>;
  export function textarea(options?: Typed): Input<string>;
  export function button(content?: Text, options?: Common & { value?: number; required?: boolean }): Input<number>;
  export function button<T>(content: Text, options: Common & { value?: T; required?: boolean; reduce: (value: T) => T }): Input<T>;
  export function date(options?: Common & { value?: Date | string | null; min?: Date | string; max?: Date | string; required?: boolean }): Input<Date | null>;
  export function datetime(options?: Common & { value?: Date | string | null; min?: Date | string; max?: Date | string; required?: boolean }): Input<Date | null>;
  export function color(options?: Common & { value?: string }): Input<string>;
  export function search<T>(data: Iterable<T>, options?: Common & Record<string, unknown>): Input<T[]>;
  export function table<T>(data: Iterable<T>, options?: Record<string, unknown>): Input<T[]>;
  export function form<T extends Record<string, Input<any>>>(inputs: T, options?: Record<string, unknown>): Input<{ [K in keyof T]: T[K]["value"] }>;
  export function form<T>(inputs: readonly Input<T>[], options?: Record<string, unknown>): Input<T[]>;
  export function input<T>(value: T): Input<T>;
  export function bind<T extends Input<any>>(target: T, source: Input<any>, invalidation?: Promise<void>): T;
}
declare module "@observablehq/inputs" { export * from "npm:@observablehq/inputs"; }
`;
