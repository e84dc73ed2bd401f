// asc: --initialMemory 260

/** The sum of `n` rows of `n` numbers, row by row; `pitch` numbers from one row to the next. */
export function byRows(n: i32, pitch: i32): i32 {
  let sum = 0;
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j < n; ++j) sum += load<i32>((i * pitch + j) << 2);
  }
  return sum;
}

/** The same numbers, column by column. */
export function byColumns(n: i32, pitch: i32): i32 {
  let sum = 0;
  for (let j = 0; j < n; ++j) {
    for (let i = 0; i < n; ++i) sum += load<i32>((i * pitch + j) << 2);
  }
  return sum;
}
