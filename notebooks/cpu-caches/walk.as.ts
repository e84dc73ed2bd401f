// asc: --initialMemory 512

/** Adds `loads` numbers, one in every `stride` bytes of the first `bytes`, beginning at `at` and going round. */
export function walk(bytes: i32, stride: i32, at: i32, loads: i32): i32 {
  let sum = 0;
  while (loads > 0) {
    const steps = min(loads, (bytes - at) / stride);
    const end = at + steps * stride;
    while (at < end) {
      sum += load<i32>(at);
      at += stride;
    }
    loads -= steps;
    if (at >= bytes) at = 0;
  }
  return sum;
}
