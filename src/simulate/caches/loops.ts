/** Told of every access that a loop makes, in order. */
export type Touch = (address: number, bytes: number) => void;

/** A loop as the addresses that it reads and writes; arrays begin at address 0. */
export type Loop = (touch: Touch) => void;

export interface Matrix {
  rows: number;
  columns: number;
  /** elements from the start of one row to that of the next; `columns` unless given */
  pitch?: number;
  /** bytes of an element; 4 unless given */
  bytes?: number;
}

/** Every element once, row after row. */
export function rowOrder({ rows, columns, pitch = columns, bytes = 4 }: Matrix): Loop {
  return (touch) => {
    for (let i = 0; i < rows; ++i) for (let j = 0; j < columns; ++j) touch(bytes * (i * pitch + j), bytes);
  };
}

/** Every element once, column after column. */
export function columnOrder({ rows, columns, pitch = columns, bytes = 4 }: Matrix): Loop {
  return (touch) => {
    for (let j = 0; j < columns; ++j) for (let i = 0; i < rows; ++i) touch(bytes * (i * pitch + j), bytes);
  };
}

/** One element in every `stride`, `loads` of them, over and over. */
export function everyNth({
  loads,
  stride,
  passes = 1,
  bytes = 4,
}: {
  loads: number;
  stride: number;
  passes?: number;
  bytes?: number;
}): Loop {
  return (touch) => {
    for (let pass = 0; pass < passes; ++pass)
      for (let i = 0; i < loads; ++i) touch(bytes * stride * i, bytes);
  };
}

/**
 * C = C + A B for square matrices that lie one behind the other, in blocks of `block` columns and as many steps of the
 * inner product; as one block, `n`, it is the loop that everybody writes first. The last blocks may be smaller.
 */
export function product({ n, block = n, bytes = 8 }: { n: number; block?: number; bytes?: number }): Loop {
  const [a, b, c] = [0, 1, 2].map((matrix) => matrix * n * n * bytes);
  const at = (matrix: number, i: number, j: number) => matrix + bytes * (i * n + j);
  return (touch) => {
    for (let kk = 0; kk < n; kk += block)
      for (let jj = 0; jj < n; jj += block)
        for (let i = 0; i < n; ++i)
          for (let j = jj; j < Math.min(jj + block, n); ++j) {
            touch(at(c, i, j), bytes);
            for (let k = kk; k < Math.min(kk + block, n); ++k) {
              touch(at(b, k, j), bytes);
              touch(at(a, i, k), bytes);
            }
            touch(at(c, i, j), bytes);
          }
  };
}
