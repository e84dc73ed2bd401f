import { type Node as CodeNode, parseExpressionAt } from "acorn";
import type { ElementContent, Root, RootContent } from "hast";
import { type MdxJsxFlowElementHast, type MdxJsxTextElementHast, mdxToHast } from "satteri";
import { features } from "../chapters/mdx.ts";

export type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** The tree of a chapter. Throws what the parser says of MDX that cannot be read. */
export function parseMdx(source: string): Root {
  return mdxToHast(source, { features }) as Root;
}

export function isComponent(node: RootContent | ElementContent): node is Component {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Every component of a tree, parents before their children. */
export function* componentsIn(nodes: readonly (RootContent | ElementContent)[]): Generator<Component> {
  for (const node of nodes) {
    if (isComponent(node)) yield node;
    if ("children" in node) yield* componentsIn(node.children);
  }
}

/** What an attribute does that plain data does not: "computes now()". */
export class NotPlain extends Error {}

/** The attributes of a component. Those without a value are true. Throws `NotPlain` if one would have to be computed. */
export function attributesOf({ attributes }: Component): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map((attribute) => {
      if (attribute.type !== "mdxJsxAttribute") throw new NotPlain(`computes {${attribute.value}}`);
      const { name, value } = attribute;
      return [name, typeof value === "object" && value ? plainValue(value.value) : (value ?? true)];
    }),
  );
}

/** The value of a literal of JavaScript: text, number, list, object. Throws `NotPlain` if there is anything to compute, or a name stands twice in an object. */
export function plainValue(code: string): unknown {
  const value = (node: CodeNode): unknown => {
    const read = readers[node.type];
    if (!read) throw new NotPlain(`computes ${code}`);
    return read(node as never, value);
  };
  return value(parseExpressionAt(code, 0, { ecmaVersion: "latest" }));
}

type Read = (node: never, value: (node: CodeNode) => unknown) => unknown;

const readers: Record<string, Read> = {
  Literal: ({ value }: { value: unknown }) => value,
  TemplateLiteral: ({ quasis, expressions }: Template) => {
    if (expressions.length > 0) throw new NotPlain("computes ${…}");
    return quasis[0].value.cooked;
  },
  UnaryExpression: ({ operator, argument }: { operator: string; argument: CodeNode }, value) => {
    if (operator !== "-") throw new NotPlain(`computes ${operator}`);
    return -(value(argument) as number);
  },
  ArrayExpression: ({ elements }: { elements: CodeNode[] }, value) => elements.map(value),
  ObjectExpression: ({ properties }: { properties: Property[] }, value) => {
    const names = properties.map(({ key }) => key.name ?? key.value);
    const again = names.find((name, i) => names.indexOf(name) < i);
    if (again !== undefined) throw new NotPlain(`names “${again}” twice`);
    return Object.fromEntries(properties.map(({ value: node }, i) => [names[i], value(node)]));
  },
};

interface Template {
  quasis: { value: { cooked: string } }[];
  expressions: CodeNode[];
}

interface Property {
  key: { name?: string; value?: string };
  value: CodeNode;
}
