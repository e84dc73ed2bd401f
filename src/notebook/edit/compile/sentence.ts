/** What is wrong and the fix, as sentences. */
export function sentence({ what, fix }: { what: string; fix: string }): string {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${fix}.`;
}
