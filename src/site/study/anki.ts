/** A card as Anki imports it. All texts but the front and the back are plain. */
export interface AnkiNote {
  /** stays, so that importing again updates the note and keeps its schedule */
  guid: string;
  /** HTML */
  front: string;
  back: string;
  /** "Hot Path::CPU" */
  deck: string;
  /** without spaces */
  tag: string;
}

/**
 * A text file that Anki imports without a question asked. The lines that begin with “#” are Anki's file headers (its manual, “Text
 * Files”; 2.1.54 and later): `separator` comes first, because `columns` is read with it, and a deck that does not exist is made
 * only if a column names it. A field in quotes may hold tabs, line ends and, doubled, quotes.
 */
export function ankiText(notes: readonly AnkiNote[]): string {
  const columns = ["GUID", "Front", "Back", "Deck", "Tags"];
  const headers = {
    separator: "tab",
    html: "true",
    notetype: "Basic",
    columns: columns.join("\t"),
    "guid column": "1",
    "deck column": "4",
    "tags column": "5",
  };
  const lines = [
    ...Object.entries(headers).map(([name, value]) => `#${name}:${value}`),
    ...notes.map(({ guid, front, back, deck, tag }) => [guid, front, back, deck, tag].map(quoted).join("\t")),
  ];
  return `${lines.join("\n")}\n`;
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}
