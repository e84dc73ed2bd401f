/** The part of a Sätteri hast context that the plugin needs. */
interface Context {
  setProperty(node: object, name: string, value: string): void;
}

/**
 * Markdown plugin: chapters link as `/cpu/branches/`; on a site below a sub-path the base is put in front.
 * @param base path with slashes at both ends
 */
export function baseLinks(base: string) {
  const attributes = { a: "href", img: "src" } as const;
  return {
    name: "hot-path-base-links",
    element: {
      filter: Object.keys(attributes),
      visit(node: { tagName: string; properties?: Record<string, unknown> }, context: Context) {
        const attribute = attributes[node.tagName as keyof typeof attributes];
        const target = node.properties?.[attribute];
        if (typeof target === "string") context.setProperty(node, attribute, withBase(base, target));
      },
    },
  };
}

/** Puts `base` in front of a path that starts at the site's root; other addresses stay as they are. */
export function withBase(base: string, target: string): string {
  return /^\/(?!\/)/.test(target) ? base + target.slice(1) : target;
}
