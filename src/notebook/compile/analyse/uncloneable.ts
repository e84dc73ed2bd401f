import type { Node } from "acorn";

const elementMakers = /^(document|Plot|Inputs|html|svg|md|tex|htl|display)$/;

/** Functions, classes and elements cannot be cloned; other values are tried when a run starts. */
export function findUncloneable(body: Node[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const node of body as unknown as Statement[]) {
    if (node.type === "FunctionDeclaration" && node.id) found.set(node.id.name, "a function");
    if (node.type === "ClassDeclaration" && node.id) found.set(node.id.name, "a class");
    if (node.type !== "VariableDeclaration") continue;
    for (const { id, init } of node.declarations ?? []) {
      const kind = init && id.name ? uncloneableKind(init) : undefined;
      if (kind) found.set(id.name, kind);
    }
  }
  return found;
}

interface Expression {
  type: string;
  name?: string;
  callee?: Expression;
  object?: Expression;
  tag?: Expression;
}
interface Statement extends Node {
  id?: { name: string };
  declarations?: { id: { name: string }; init: Expression | null }[];
}

function uncloneableKind(init: Expression): string | undefined {
  if (init.type === "ArrowFunctionExpression" || init.type === "FunctionExpression") return "a function";
  if (init.type === "ClassExpression") return "a class";
  const root = rootName(
    init.type === "CallExpression"
      ? init.callee
      : init.type === "TaggedTemplateExpression"
        ? init.tag
        : undefined,
  );
  return root && elementMakers.test(root) ? "an element of the page" : undefined;
}

function rootName(e: Expression | undefined): string | undefined {
  return e?.type === "MemberExpression" ? rootName(e.object) : e?.name;
}
