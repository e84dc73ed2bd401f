// asc: --initialMemory 513

/** One sum, one number at a time. */
export function oneSum(pointer: usize, count: i32): f32 {
  const end = pointer + (<usize>count << 2);
  let sum: f32 = 0;
  for (; pointer < end; pointer += 4) sum += load<f32>(pointer);
  return sum;
}

/** Four sums, one number at a time. `count` is a multiple of 4. */
export function fourSums(pointer: usize, count: i32): f32 {
  const end = pointer + (<usize>count << 2);
  let a: f32 = 0, b: f32 = 0, c: f32 = 0, d: f32 = 0;
  for (; pointer < end; pointer += 16) {
    a += load<f32>(pointer);
    b += load<f32>(pointer, 4);
    c += load<f32>(pointer, 8);
    d += load<f32>(pointer, 12);
  }
  return a + b + (c + d);
}

/** One vector of four sums. `count` is a multiple of 4. */
export function oneVector(pointer: usize, count: i32): f32 {
  const end = pointer + (<usize>count << 2);
  let v = f32x4.splat(0);
  for (; pointer < end; pointer += 16) v = f32x4.add(v, v128.load(pointer));
  return acrossLanes(v);
}

/** Four vectors of four sums. `count` is a multiple of 16. */
export function fourVectors(pointer: usize, count: i32): f32 {
  const end = pointer + (<usize>count << 2);
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (; pointer < end; pointer += 64) {
    a = f32x4.add(a, v128.load(pointer));
    b = f32x4.add(b, v128.load(pointer, 16));
    c = f32x4.add(c, v128.load(pointer, 32));
    d = f32x4.add(d, v128.load(pointer, 48));
  }
  return acrossLanes(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
}

function acrossLanes(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}
