// Parses ten million lines with one parser. Run it with --trace-gc and count: node --trace-gc collections.mjs objects
import { intoColumns, makeColumns, makeLog, withObjects, withStrings } from "./parsers.mjs";

const lines = 1000;
const log = makeLog(lines);
const columns = makeColumns(lines);
const parse = {
  strings: () => withStrings(log),
  objects: () => withObjects(log),
  columns: () => intoColumns(log, columns),
}[process.argv[2]];
const expected = parse();
for (let pass = 0; pass < 10_000; ++pass) if (parse() !== expected) process.exit(1);
