// The parsers of the notebook, for tools to watch. Every call parses one batch of lines and adds up the time of the failed requests.
const decoder = new TextDecoder();

export function makeLog(lines) {
  let state = 12345;
  const below = (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
  let text = "";
  for (let i = 0; i < lines; ++i)
    text += `${100000 + i} GET /item/${below(10000)} ${below(10) ? 200 : 500} ${below(9000)}\n`;
  return new TextEncoder().encode(text);
}

export function withStrings(bytes) {
  let sum = 0;
  for (const line of decoder.decode(bytes).split("\n")) {
    const [time, method, path, status, micros] = line.split(" ");
    const record = { time: Number(time), method, path, status: Number(status), micros: Number(micros) };
    if (record.status >= 500) sum += record.micros;
  }
  return sum;
}

export function withObjects(bytes) {
  const records = [];
  let field = 0;
  let number = 0;
  let time = 0;
  let status = 0;
  for (let i = 0; i < bytes.length; ++i) {
    const c = bytes[i];
    if (c >= 48 && c <= 57) number = 10 * number + c - 48;
    else {
      if (c === 10) records.push({ time, status, micros: number });
      else if (field === 0) time = number;
      else if (field === 3) status = number;
      if (c === 32) ++field;
      if (c === 10) field = 0;
      number = 0;
    }
  }
  let sum = 0;
  for (const { status, micros } of records) if (status >= 500) sum += micros;
  return sum;
}

export function intoColumns(bytes, { time, status, micros }) {
  let rows = 0;
  let field = 0;
  let number = 0;
  for (let i = 0; i < bytes.length; ++i) {
    const c = bytes[i];
    if (c >= 48 && c <= 57) number = 10 * number + c - 48;
    else {
      if (c === 10) micros[rows++] = number;
      else if (field === 0) time[rows] = number;
      else if (field === 3) status[rows] = number;
      if (c === 32) ++field;
      if (c === 10) field = 0;
      number = 0;
    }
  }
  let sum = 0;
  for (let row = 0; row < rows; ++row) if (status[row] >= 500) sum += micros[row];
  return sum;
}

export function makeColumns(rows) {
  return { time: new Int32Array(rows), status: new Int32Array(rows), micros: new Int32Array(rows) };
}
