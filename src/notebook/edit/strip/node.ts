/** A node of the syntax tree as acorn-typescript makes it. */
export interface TypedNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export function isNode(value: unknown): value is TypedNode {
  return typeof value === "object" && value !== null && typeof (value as TypedNode).type === "string";
}

/** The nodes right below one. */
export function children(node: TypedNode): TypedNode[] {
  return Object.values(node).flat().filter(isNode);
}

export function nodeOf(node: TypedNode, field: string): TypedNode | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

export function nodesOf(node: TypedNode, field: string): TypedNode[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}
