// asc: --initialMemory 10

/** True if the bytes are UTF-8, one character at a time. */
export function scalar(pointer: usize, count: i32): bool {
  const end = pointer + count;
  while (pointer < end) {
    const length = character(pointer, end);
    if (!length) return false;
    pointer += length;
  }
  return true;
}

/** The same, but sixteen characters at a time where all are ASCII. */
export function skipAscii(pointer: usize, count: i32): bool {
  const end = pointer + count;
  while (pointer < end) {
    if (pointer + 16 <= end && !i8x16.bitmask(v128.load(pointer))) {
      pointer += 16;
      continue;
    }
    const length = character(pointer, end);
    if (!length) return false;
    pointer += length;
  }
  return true;
}

/** Bytes of the character at `pointer`; 0 if it is none. */
// @ts-ignore: decorator
@inline
function character(pointer: usize, end: usize): usize {
  const first = load<u8>(pointer);
  if (first < 0x80) return 1;
  let length: usize = 2, least: u8 = 0x80, most: u8 = 0xbf; // the range of the second byte
  if (first >= 0xf0) {
    length = 4;
    if (first == 0xf0) least = 0x90;
    if (first == 0xf4) most = 0x8f;
  } else if (first >= 0xe0) {
    length = 3;
    if (first == 0xe0) least = 0xa0;
    if (first == 0xed) most = 0x9f;
  }
  if (first < 0xc2 || first > 0xf4 || pointer + length > end) return 0;
  const second = load<u8>(pointer, 1);
  if (second < least || second > most) return 0;
  for (let i: usize = 2; i < length; ++i) if ((load<u8>(pointer + i) & 0xc0) != 0x80) return 0;
  return length;
}

/**
 * The lookup algorithm of Keiser and Lemire (2021). Each bit stands for a mistake that two neighbouring bytes can make; three tables give, for
 * half a byte each, the mistakes that it leaves possible. Those that all three leave are there.
 *
 * 1 a character cut short, 2 a byte too many, 4 three bytes where two would do, 8 beyond U+10FFFF, 16 a surrogate, 32 two bytes where one would do,
 * 64 four bytes where three would do or far beyond U+10FFFF, 128 two bytes in a row that continue a character (−128 in a signed lane)
 */
export function lookup(pointer: usize, count: i32): bool {
  const end = pointer + count;
  let before = i8x16.splat(0), mistakes = before;
  for (; pointer + 16 <= end; pointer += 16) {
    const bytes = v128.load(pointer);
    mistakes = v128.or(mistakes, check(bytes, before));
    before = bytes;
  }
  // the rest, and zeros after it: a character that is cut off is one that a zero follows
  const padded = v128.and(v128.load(pointer), firstLanes(<i32>(end - pointer)));
  return !v128.any_true(v128.or(mistakes, check(padded, before)));
}

// @ts-ignore: decorator
@inline
function check(bytes: v128, before: v128): v128 {
  const one = v128.shuffle<u8>(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
  const two = v128.shuffle<u8>(before, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
  const three = v128.shuffle<u8>(before, bytes, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
  const pairs = v128.and(
    v128.and(
      i8x16.swizzle(i8x16(2, 2, 2, 2, 2, 2, 2, 2, -128, -128, -128, -128, 33, 1, 21, 73), i8x16.shr_u(one, 4)),
      i8x16.swizzle(
        i8x16(-25, -93, -125, -125, -117, -53, -53, -53, -53, -53, -53, -53, -53, -37, -53, -53),
        v128.and(one, i8x16.splat(15)),
      ),
    ),
    i8x16.swizzle(i8x16(1, 1, 1, 1, 1, 1, 1, 1, -26, -82, -70, -70, 1, 1, 1, 1), i8x16.shr_u(bytes, 4)),
  );
  // third and fourth bytes have to continue a character, and only they may follow a byte that continues one
  const continued = v128.or(i8x16.sub_sat_u(two, i8x16.splat(0x60)), i8x16.sub_sat_u(three, i8x16.splat(0x70)));
  return v128.xor(v128.and(continued, i8x16.splat(-128)), pairs);
}

// @ts-ignore: decorator
@inline
function firstLanes(count: i32): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>count));
}
