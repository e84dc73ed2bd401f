/** The face that the figures are set in, as a rule with the font inside: a picture can load nothing. Empty if there is none. */
export async function embeddedFont(family: string): Promise<string> {
  const address = addressOf(family);
  if (!address) return "";
  const response = await fetch(address);
  if (!response.ok) return "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `@font-face{font-family:"${family}";src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}

function addressOf(family: string): URL | undefined {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const named = rule.style.getPropertyValue("font-family").replaceAll(/["']/g, "");
      const [, source] = /url\(["']?([^"')]+)/.exec(rule.style.getPropertyValue("src")) ?? [];
      if (named === family && source) return new URL(source, sheet.href ?? document.baseURI);
    }
  }
  return undefined;
}
