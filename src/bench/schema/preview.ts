/** A value from outside in a few words, whatever its size and depth. */
export function preview(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return value.length > 60 ? `${quote(value.slice(0, 60))}…` : quote(value);
  if (typeof value !== "object" || value === null) return String(value);
  const isList = Array.isArray(value);
  const { length } = isList ? value : Object.keys(value);
  const fields = length > 4 ? [] : Object.values(value);
  if (length > 4 || fields.some((field) => typeof field === "object" && field !== null))
    return isList ? `a list of ${length}` : `an object of ${length} fields`;
  const shown = (isList ? fields.map(preview) : Object.entries(value).map(pair)).join(", ");
  return isList ? `[${shown}]` : `{${shown}}`;
}

function pair([key, field]: [string, unknown]): string {
  return `${preview(key)}: ${preview(field)}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
