import type { Plugin } from "vite";

/** What is changed in htl, pinned by version: [as it is, as it must be under the content policy]. */
const changes: [string, string][] = [
  [
    "template.innerHTML = string;",
    'template.innerHTML = string.replace(/\\bon([a-z]+)=(?=::\\d)/g, "data-on$1=");',
  ],
  ["node[name] = value;", 'node[name.replace(/^data-on/, "on")] = value;'],
];

/**
 * htl marks `onclick=${f}` as `onclick=::1` in the HTML it parses and replaces it by a property afterwards. The content
 * policy refuses such an attribute, and says so in the console for every button and slider. Under another name the mark
 * is what it should be: a mark.
 */
export function htlUnderPolicy(): Plugin {
  return {
    name: "htl-under-policy",
    transform(code, id) {
      if (!/\/htl\/(src|dist)\/index\.js/.test(id)) return;
      for (const [before] of changes) {
        if (!code.includes(before))
          this.error(`${id}: htl has changed; look again at src/site/notebooks/htl-under-policy.ts`);
      }
      return {
        code: changes.reduce((text, [before, after]) => text.replace(before, after), code),
        map: null,
      };
    },
  };
}
