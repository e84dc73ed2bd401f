// asc: --initialMemory 160
// The heap begins at HEAP. Below lie a program's trace, the address of each of its blocks, and what allocators know.
export const TRACE: i32 = 0x20000;
const BLOCKS = 0x10000;
const LISTS = 0x1000; // first free block of each class or order, or the first hole
const TABLE = 0x60000; // slab: class of each page of 1 KiB. Buddy: order of what begins at each 16 bytes
export const HEAP: i32 = 0x100000;

let top: i32 = 0; // where the heap ends
let alive: i32 = 0; // bump: live blocks
let last: i32 = 0; // stack: header of the block on top
let rover: i32 = 0; // next fit: the hole after which it searches
let before: i32 = 0; // the hole before the one that was found
let orders: i32 = 0; // buddy: a bit for each order that has a free block

@inline function up(bytes: i32): i32 {
  return (bytes + 7) & ~7;
}

// bump: a block begins where the last one ended
function bumpMalloc(bytes: i32): i32 {
  const block = top;
  top += up(bytes);
  alive += 1;
  return block;
}
function bumpFree(): void {
  alive -= 1;
  if (alive == 0) top = HEAP;
}

// stack: a header of two words, the header below and whether the block is free
function stackMalloc(bytes: i32): i32 {
  store<i32>(top, last);
  store<i32>(top, 0, 4);
  last = top;
  top += 8 + up(bytes);
  return last + 8;
}
function stackFree(block: i32): void {
  store<i32>(block - 8, 1, 4);
  while (last && load<i32>(last, 4)) {
    top = last;
    last = load<i32>(last);
  }
}

// free list: a header of two words, the length and, in a hole, the next hole. The end of the heap is the last hole
@inline function length(hole: i32): i32 {
  return load<i32>(hole);
}
@inline function next(hole: i32): i32 {
  return load<i32>(hole, 4);
}
@inline function link(hole: i32, to: i32): void {
  store<i32>(hole, to, 4);
}
function first(from: i32, end: i32, need: i32): bool {
  before = from;
  for (let hole = next(from); hole != end; hole = next(hole)) {
    if (length(hole) >= need) return true;
    before = hole;
  }
  return false;
}
function best(need: i32): void {
  let least = i32.MAX_VALUE;
  let found = 0;
  before = LISTS;
  for (let hole = next(LISTS); hole != top; hole = next(hole)) {
    if (length(hole) >= need && length(hole) < least) {
      found = before;
      least = length(hole);
      if (least == need) break;
    }
    before = hole;
  }
  if (found) before = found;
}
function listMalloc(bytes: i32, fit: i32): i32 {
  const need = 8 + up(bytes);
  if (fit == BEST) best(need);
  else if (!first(rover, top, need) && rover != LISTS) {
    const end = before;
    if (!first(LISTS, next(rover), need)) before = end;
  }
  const hole = next(before);
  const rest = hole == top ? 0 : length(hole) - need;
  if (hole == top) top += need;
  if (fit == NEXT && hole + need != top) rover = before;
  if (rest) {
    store<i32>(hole + need, rest);
    link(hole + need, next(hole));
  }
  link(before, hole + need == top || rest ? hole + need : next(hole));
  store<i32>(hole, need);
  return hole + 8;
}
function listFree(block: i32): void {
  let hole = block - 8;
  let bytes = length(hole);
  let lower = rover < hole ? rover : LISTS;
  while (next(lower) < hole) lower = next(lower); // in the order of addresses
  const upper = next(lower);
  const joins = hole + bytes == upper;
  if (lower != LISTS && lower + length(lower) == hole) {
    hole = lower;
    bytes += length(lower);
  } else link(lower, hole);
  if (joins && rover == upper) rover = hole;
  if (joins && upper == top) {
    top = hole;
    if (rover == hole) rover = LISTS;
  } else {
    link(hole, joins ? next(upper) : upper);
    store<i32>(hole, joins ? bytes + length(upper) : bytes);
  }
}

// slab: for each class the first free block, and what is left of its slab
function slabMalloc(bytes: i32): i32 {
  let index = (bytes - 1) >> 4;
  let size = (bytes + 15) & ~15;
  if (bytes > 128) {
    const quarter = 29 - clz(bytes - 1);
    const quarters = (bytes - 1) >> quarter;
    index = 4 * (quarter - 4) + quarters;
    size = (quarters + 1) << quarter;
  }
  const mine = LISTS + 12 * index;
  let block = load<i32>(mine);
  if (block) {
    store<i32>(mine, load<i32>(block));
    return block;
  }
  block = load<i32>(mine, 4);
  if (block + size > load<i32>(mine, 8)) block = newSlab(mine, index, size);
  store<i32>(mine, block + size, 4);
  return block;
}
function newSlab(mine: i32, index: i32, size: i32): i32 {
  let pages = max(4, (size + 1023) >> 10);
  while ((pages << 10) % size > pages << 7) pages += 1; // an eighth of it at most is no block
  memory.fill(TABLE + ((top - HEAP) >> 10), u8(index), pages);
  const slab = top;
  top += pages << 10;
  store<i32>(mine, top, 8);
  return slab;
}
function slabFree(block: i32): void {
  const mine = LISTS + 12 * load<u8>(TABLE + ((block - HEAP) >> 10));
  store<i32>(block, load<i32>(mine));
  store<i32>(mine, block);
}

// buddy: free blocks of each order are linked both ways
const WHOLE = 23;
@inline function entry(block: i32): i32 {
  return TABLE + ((block - HEAP) >> 4);
}
function push(block: i32, order: i32): void {
  const head = LISTS + 4 * order;
  const second = load<i32>(head);
  store<i32>(block, second);
  store<i32>(block, 0, 4);
  if (second) store<i32>(second, block, 4);
  store<i32>(head, block);
  store<u8>(entry(block), 128 | order);
  orders |= 1 << order;
}
function take(block: i32, order: i32): void {
  const after = load<i32>(block);
  const ahead = load<i32>(block, 4);
  if (after) store<i32>(after, ahead, 4);
  if (ahead) store<i32>(ahead, after);
  else {
    store<i32>(LISTS + 4 * order, after);
    if (!after) orders ^= 1 << order;
  }
  store<u8>(entry(block), 0);
}
function buddyMalloc(bytes: i32): i32 {
  const order = max(4, 32 - clz(bytes - 1));
  let have = ctz((orders >> order) << order);
  const block = load<i32>(LISTS + 4 * have);
  take(block, have);
  while (have > order) push(block + (1 << --have), have);
  store<u8>(entry(block), u8(order));
  if (block + (1 << order) > top) top = block + (1 << order);
  return block;
}
function buddyFree(block: i32): void {
  let order: i32 = load<u8>(entry(block));
  for (; order < WHOLE; ++order) {
    const buddy = HEAP + ((block - HEAP) ^ (1 << order));
    if (load<u8>(entry(buddy)) != (128 | order)) break;
    take(buddy, order);
    block = min(block, buddy);
  }
  push(block, order);
}

const FIRST = 2;
const NEXT = 3;
const BEST = 4;

function malloc(kind: i32, bytes: i32): i32 {
  switch (kind) {
    case 0: return bumpMalloc(bytes);
    case 1: return stackMalloc(bytes);
    case 5: return slabMalloc(bytes);
    case 6: return buddyMalloc(bytes);
    default: return listMalloc(bytes, kind);
  }
}
function free(kind: i32, block: i32): void {
  switch (kind) {
    case 0: return bumpFree();
    case 1: return stackFree(block);
    case 5: return slabFree(block);
    case 6: return buddyFree(block);
    default: return listFree(block);
  }
}

/** An empty heap. */
export function reset(kind: i32): void {
  memory.fill(LISTS, 0, 0x1000);
  top = HEAP;
  alive = last = orders = 0;
  rover = LISTS;
  link(LISTS, top);
  if (kind == 6) {
    link(LISTS, 0);
    push(HEAP, WHOLE);
  }
}

/** Where the heap ends, in bytes from where it begins. */
export function held(): i32 {
  return top - HEAP;
}

/** Address of a block, from where the heap begins. */
export function addressOf(block: i32): i32 {
  return load<i32>(BLOCKS + 4 * block) - HEAP;
}

/** Plays the trace from an empty heap: how many blocks held at their end what was written at their beginning. */
export function replay(kind: i32, steps: i32): i32 {
  let blocks = 0;
  let right = 0;
  reset(kind);
  for (let at = TRACE; at < TRACE + 4 * steps; at += 4) {
    const step = load<i32>(at);
    if (step > 0) {
      const block = malloc(kind, step);
      store<i32>(block, blocks);
      store<i32>(BLOCKS + 4 * blocks++, block);
    } else {
      const block = load<i32>(BLOCKS - 4 * step);
      right += i32(load<i32>(block) == -step);
      free(kind, block);
    }
  }
  return right;
}

let seed: u32 = 1;
function chance(): u32 {
  seed ^= seed << 13;
  seed ^= seed >> 17;
  seed ^= seed << 5;
  return seed;
}
/** Asks for 16 to 1,023 bytes: as many between 16 and 32 as between 512 and 1,024. */
function ask(kind: i32, slot: i32): void {
  const octave = 16 << (((chance() >> 16) * 6) >> 16);
  const block = malloc(kind, octave + (((chance() >> 16) * octave) >> 16));
  store<i32>(block, slot);
  store<i32>(BLOCKS + 4 * slot, block);
}
function give(kind: i32, slot: i32): i32 {
  const block = load<i32>(BLOCKS + 4 * slot);
  const mark = load<i32>(block);
  free(kind, block);
  return i32(mark == slot);
}

/** A heap of so many live blocks, in which the order of creation is lost. */
export function fill(kind: i32, live: i32): void {
  reset(kind);
  seed = 1;
  for (let slot = 0; slot < live; ++slot) ask(kind, slot);
  churn(kind, live, 4 * live);
}

/** In each step any block is freed, and another one asked for. */
export function churn(kind: i32, live: i32, steps: i32): i32 {
  let right = 0;
  while (steps-- > 0) {
    const slot = i32((u64(chance()) * live) >> 32);
    right += give(kind, slot);
    ask(kind, slot);
  }
  return right;
}
