/** What is wrong and the fix, as sentences; code at the beginning stays as it is. */
export function sentence({ what, fix }: { what: string; fix: string }): string {
  return `${what.replace(/^[a-z]+(?=[ :])/, capital)}. ${fix}.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
