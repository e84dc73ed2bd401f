/** What the build rendered as the outputs of a notebook's cells, to come back to. */
export class Still {
  private readonly nodes: Map<Element, Node[]>;

  constructor(outputs: Element[]) {
    this.nodes = new Map(outputs.map((output) => [output, copies([...output.childNodes])]));
  }

  restore(): void {
    for (const output of this.nodes.keys()) this.restoreOne(output);
  }

  restoreOne(output: Element): void {
    output.replaceChildren(...copies(this.nodes.get(output) ?? []));
  }
}

function copies(nodes: Node[]): Node[] {
  return nodes.map((node) => node.cloneNode(true));
}
