/* Merge sort of 2^14 numbers, twice: with two fresh halves at each level, and with one scratch buffer for all levels. */
#include "common.h"
#include <algorithm>
#include <vector>
using numbers = std::vector<double>;

static numbers with_halves(const numbers &x) {
  if (x.size() < 2) return x;
  auto middle = x.begin() + x.size() / 2;
  numbers a = with_halves(numbers(x.begin(), middle)), b = with_halves(numbers(middle, x.end())), all(x.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), all.begin());
  return all;
}

static void with_scratch(double *x, double *scratch, size_t n) {
  if (n < 2) return;
  size_t middle = n / 2;
  with_scratch(x, scratch, middle);
  with_scratch(x + middle, scratch, n - middle);
  std::copy(x, x + middle, scratch);
  std::merge(scratch, scratch + middle, x + middle, x + n, x);
}

int main() {
  const size_t n = 1 << 14;
  numbers x(n), scratch(n / 2), y(n), z;
  for (auto &v : x) v = below(1u << 30);
  cost halves = measure(15, 1, [&] { z = with_halves(x); });
  cost one = measure(15, 1, [&] { y = x; with_scratch(y.data(), scratch.data(), n); });
  if (y != z || !std::is_sorted(y.begin(), y.end())) return 1;
  printf("                  ns a number  allocations     bytes\n");
  printf("fresh halves      %11.1f  %11.0f  %8.0f\n", halves.ns / n, halves.count, halves.bytes);
  printf("one scratch       %11.1f  %11.0f  %8.0f\n", one.ns / n, one.count, one.bytes);
}
