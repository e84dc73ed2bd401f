/** Texts of cells that a reader changed, by cell id; a cell that is not in it stands as the notebook has it. */
export type Edits = ReadonlyMap<number, string>;

/** The same as plain data, for records and links. */
export type EditTexts = Record<string, string>;
