import { CellError, ERASABLE } from "../../compile/analyse/cell-error.ts";
import type { TypedNode } from "./node.ts";

/** TypeScript that makes code, in the words of the build's own stripper. */
const refused: Record<string, string> = {
  TSEnumDeclaration: "TypeScript enum is not supported",
  TSModuleDeclaration: "TypeScript namespace declaration is not supported",
  TSParameterProperty: "TypeScript parameter property is not supported",
  TSImportEqualsDeclaration: "TypeScript import equals declaration is not supported",
  TSExportAssignment: "TypeScript export assignment is not supported",
  TSTypeAssertion: "The angle-bracket syntax for type assertions, `<T>expr`, is not supported",
  Decorator: "decorators are not supported by browsers",
};

/** @throws CellError if the node leaves code behind when its types are taken away */
export function refuse(node: TypedNode): void {
  const what = refused[node.type];
  if (what) throw new CellError(node.start, what, ERASABLE);
}
