/** The parts of @observablehq/runtime 6.0.1 that the player uses, private fields included: the version is pinned for their sake. */
declare module "@observablehq/runtime" {
  export interface Variable {
    readonly _module: Module;
    readonly _version: number;
    readonly _shadow: Map<string, Variable> | null;
    define(name: string | null, inputs: string[], definition: unknown): this;
    define(inputs: string[], definition: unknown): this;
    dispose(): void;
  }
  export interface Module {
    variable(observer?: unknown, options?: { shadow?: Record<string, unknown> }): Variable;
    value(name: string): Promise<unknown>;
  }
  export class Runtime {
    constructor(builtins?: Record<string, unknown>, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
  }
}

declare module "@observablehq/inspector" {
  export class Inspector {
    constructor(element: Element);
    fulfilled(value: unknown, name?: string): void;
    rejected(error: unknown, name?: string): void;
  }
}

declare module "markdown-it" {
  export default function MarkdownIt(options: { html: boolean; linkify: boolean; typographer: boolean }): {
    render(text: string): string;
  };
}
