// asc: --initialMemory 16

export function sum1(p: usize, end: usize): f64 {
  let a: f64 = 0;
  for (; p < end; p += 8) a += load<f64>(p);
  return a;
}

export function sum2(p: usize, end: usize): f64 {
  let a: f64 = 0, b: f64 = 0;
  for (; p < end; p += 16) {
    a += load<f64>(p);
    b += load<f64>(p, 8);
  }
  return a + b;
}

export function sum4(p: usize, end: usize): f64 {
  let a: f64 = 0, b: f64 = 0, c: f64 = 0, d: f64 = 0;
  for (; p < end; p += 32) {
    a += load<f64>(p);
    b += load<f64>(p, 8);
    c += load<f64>(p, 16);
    d += load<f64>(p, 24);
  }
  return a + b + (c + d);
}

export function sum8(p: usize, end: usize): f64 {
  let a: f64 = 0, b: f64 = 0, c: f64 = 0, d: f64 = 0;
  let e: f64 = 0, f: f64 = 0, g: f64 = 0, h: f64 = 0;
  for (; p < end; p += 64) {
    a += load<f64>(p);
    b += load<f64>(p, 8);
    c += load<f64>(p, 16);
    d += load<f64>(p, 24);
    e += load<f64>(p, 32);
    f += load<f64>(p, 40);
    g += load<f64>(p, 48);
    h += load<f64>(p, 56);
  }
  return a + b + (c + d) + (e + f + (g + h));
}
