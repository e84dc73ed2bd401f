// asc: --initialMemory 513

/** Adds 1 to the last number of each record of eight. */
export function ageRecords(count: i32): f32 {
  const end = count << 5;
  for (let at = 28; at < end; at += 32) store<f32>(at, load<f32>(at) + 1);
  return load<f32>(28);
}

/** Adds 1 to each number of an array, four at a time. `count` is a multiple of 4. */
export function ageField(count: i32): f32 {
  const one = f32x4.splat(1);
  const end = count << 2;
  for (let at = 0; at < end; at += 16) v128.store(at, f32x4.add(v128.load(at), one));
  return load<f32>(0);
}
