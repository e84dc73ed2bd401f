// asc: --initialMemory 2

/** How often `byte` occurs in `rows` rows of `length` bytes that begin `stride` apart, one byte at a time. */
export function oneByOne(pointer: usize, rows: i32, length: i32, stride: usize, byte: u8): i32 {
  let found = 0;
  for (; rows > 0; --rows, pointer += stride) {
    const end = pointer + length;
    for (let p = pointer; p < end; ++p) found += i32(load<u8>(p) == byte);
  }
  return found;
}

/** Sixteen at a time, the rest of each row one by one. */
export function scalarTail(pointer: usize, rows: i32, length: i32, stride: usize, byte: u8): i32 {
  const wanted = i8x16.splat(byte);
  let found = 0;
  for (; rows > 0; --rows, pointer += stride) {
    const end = pointer + length;
    let p = pointer;
    for (; p + 16 <= end; p += 16) found += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), wanted)));
    for (; p < end; ++p) found += i32(load<u8>(p) == byte);
  }
  return found;
}

/** Sixteen at a time, and a mask for the rest: reads up to 15 bytes past the end of a row, and counts none of them. */
export function maskedTail(pointer: usize, rows: i32, length: i32, stride: usize, byte: u8): i32 {
  const wanted = i8x16.splat(byte);
  const last = (1 << (length & 15)) - 1;
  let found = 0;
  for (; rows > 0; --rows, pointer += stride) {
    const end = pointer + length;
    let p = pointer;
    for (; p + 16 <= end; p += 16) found += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), wanted)));
    found += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), wanted)) & last);
  }
  return found;
}
