/** TypeScript on which blanking out types goes wrong easily. */

/** Both strippers leave the same. */
export const alike: string[] = [
  // what a type leaves behind must not join the lines around it
  "let x = 1\ntype A = string\n(foo)()",
  "let x = 1;\ntype A = string\n(foo)()",
  "type A = string\n(foo)()",
  "{ }\ntype A = string\n(foo)()",
  "let x = 1\ninterface A {}\n[1].map(f)",
  "let x = 1\ninterface A {}\n+1",
  "let x = 1\ninterface A {}\n/a/.test(b)",
  "let x = 1\ninterface A {}\n`a`",
  "let x = 1\nfunction f(): void\nfunction f(a?: any) {}\n(z)",
  "a = b as any\n(c)",
  "a = b as any\n[c]",
  "a = b as any\n`c`",
  "a = b as any\n+c",
  "a = b satisfies any\n(c)",
  "a = b!\n(c)",
  "a = (b as any\n)(c)",
  "let v: T\n(foo)",
  "let v: T\n[a]",
  "f<string>\n(x)",
  // line ends before an arrow or a parenthesis
  "const f = (a)\n: number => a",
  "const f = (a): {\n a: 1 } => a",
  "const f = (a /* ) */ )\n: number => a",
  "const f = async <\nT>(x: T) => x",
  "() => { return <\nT>(x: T) => x }",
  // classes
  "class A { a = 1\n private ['b'] = 2 }",
  "class A { a = 1\n public *b() {} }",
  "class A { get: number\n foo() {} }",
  "class A { static: number\n foo() {} }",
  "class A { a = 1\n readonly 'b' = 2 }",
  "class A { a: any\n ['b'] = 2 }",
  "class A { a?: any\n ['b'] = 2 }",
  "class A { f(): void\n f(a: any) {}\n }",
  "class A { private static async x() {} static readonly y = 1; readonly = 3; declare; declare = 1 }",
  "class B {}\nclass A<T> extends B { declare x: number; override y: 1 = 1; m?(): void; z!: T }",
  "abstract class A implements B, C<D> { abstract x: string; abstract f(): void }",
  "const C = class<T> implements D {}",
  // marks and modifiers
  "let v!: number",
  "function f(é?: number, ü$ = 1) {}",
  "function f(this: A, b) {}",
  "function f(this: A) {}",
  "function f(a?, b?: number, ...c: any[]) {}",
  "function f({ a }: { a: number }, [b]: number[] = [], c: string = 'd'): asserts b is string {}",
  "let q = a?.b!.c; let z = a?.[0]!",
  "let x = y as any as T[]; let z = (y as any)",
  "let a = b < c > (d)",
  "const x = { a: 1, b: c as any } as const;",
  "a ? (b as any) : (c as any)",
  "a ? (b) : c => d",
  "for (const x of y as any[]) ;",
  "for (let i: number = 0;;) ;",
  "try {} catch (e: unknown) {}",
  "tag<string>`x`",
  "new Map<string, number[]>()",
  "const o = { m<T>(this: A, x?: T): void {}, get y(): number { return 1 } }",
  // names that are words of TypeScript elsewhere
  "type\nA = 1",
  "let type = 1, as = 2, declare = 3, readonly = 4; type = as",
  "const s = 'let x: number' + `y as ${z as any} z`, r = /a: b/",
  "let a = 1 // b: number\n/* c as any */",
  "let é: string = 'ü' as any, a: '日本' = é",
  // whole statements
  "declare const q: number; declare function z(): void; declare class Z {}",
  "declare namespace N { export const a = 1 }\nnamespace T { export type a = 1 }",
  "declare enum E { A }",
  "import { type A, b, type C } from '#simulate'",
  "import { type A } from '#simulate'",
  "import type { A } from '#simulate'\nlet x = 1",
];

/** [text, what is left]: amaro makes something else of it. */
export const better: [string, string][] = [
  ["class A { a = 1\n declare x: 1\n ['b'] = 2 }", "class A { a = 1\n ;           \n ['b'] = 2 }"],
  ["const f = <\nT>(x: T) => x", "const f = (\n   x   ) => x"],
  ["let x = 1\nimport type A from 'x'\n(b)", "let x = 1\n;                     \n(b)"],
];

/** [text, what is wrong, offset] */
export const refused: [string, RegExp, number][] = [
  ["let a;\nenum E { A }", /^TypeScript enum is not supported/, 7],
  ["const enum E { A }", /^TypeScript enum is not supported/, 0],
  ["namespace N { export const a = 1 }", /^TypeScript namespace declaration is not supported/, 0],
  ["class A { constructor(private a: number) {} }", /^TypeScript parameter property is not supported/, 22],
  ["import a = require('x')", /^TypeScript import equals declaration is not supported/, 0],
  ["x = <T>y", /^The angle-bracket syntax for type assertions, `<T>expr`, is not supported/, 4],
];
