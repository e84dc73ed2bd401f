/* The kernels of kernels.h over 16 KiB, 256 KiB, 2 MiB and 32 MiB: ns a number or a byte, lowest of RUNS rounds. */
#include "clock.h"
#include "kernels.h"
#include <stdio.h>

#define MOST (32u << 20)
#define MOVED (8u << 20) /* bytes that one measurement goes through at least */
static const size_t sizes[] = {16 << 10, 256 << 10, 2 << 20, 32 << 20};
enum { SIZES = 4, WIDTHS = 4, KINDS = 3 };
static double v[KINDS][WIDTHS][SIZES][RUNS];
static float *x;

static double call(int kind, int width, size_t size) { /* a dot product has half of the bytes in each array */
  const float *y = x + size / 8;
  if (kind == 0) return sums[width](x, x, size / 4);
  if (kind == 1) return dots[width](x, y, size / 8);
  return counts[width]((const uint8_t *)x, size);
}

int main(void) {
  static const char *const kinds[] = {"sum of float, ns a number", "dot product of float, ns a pair", "count of a byte, ns a byte"};
  static const int each[] = {4, 8, 1};
  x = aligned_alloc(2 << 20, MOST);
  /* 0, 1, 2 or 3, and now and then a byte of 7 beside it: exact in float in any order */
  for (size_t i = 0; i < MOST / 4; ++i) x[i] = random32() & 3;
  for (size_t s = 0; s < SIZES; ++s)
    for (int kind = 0; kind < KINDS; ++kind)
      for (int w = 1; w < WIDTHS; ++w)
        if (sizes[s] <= 2 << 20 && call(kind, w, sizes[s]) != call(kind, 0, sizes[s])) return printf("wrong: %s, %s\n", kinds[kind], widths[w]), 1;

  for (int r = -1; r < RUNS; ++r) /* round -1 warms up */
    for (int kind = 0; kind < KINDS; ++kind)
      for (size_t s = 0; s < SIZES; ++s)
        for (int w = 0; w < WIDTHS; ++w) {
          size_t passes = sizes[s] < MOVED ? MOVED / sizes[s] : 1;
          double start = now_ns();
          for (size_t p = 0; p < passes; ++p) {
            volatile double sink = call(kind, w, sizes[s]);
            (void)sink;
          }
          if (r >= 0) v[kind][w][s][r] = (now_ns() - start) * each[kind] / (double)(passes * sizes[s]);
        }
  for (int kind = 0; kind < KINDS; ++kind) {
    printf("%s\nwidth         16 KiB  256 KiB  2 MiB   32 MiB\n", kinds[kind]);
    for (int w = 0; w < WIDTHS; ++w) {
      printf("%-12s", widths[w]);
      for (int s = 0; s < SIZES; ++s) printf("  %.4f", lowest(v[kind][w][s], RUNS));
      printf("\n");
    }
  }
  printf("core clock right after 20 ms of dot products in 16 KiB, GHz\n");
  for (int w = 0; w < WIDTHS; ++w) {
    double best = 0;
    for (int again = 0; again < 5; ++again) {
      for (double start = now_ns(); now_ns() - start < 20e6;) {
        volatile double sink = call(1, w, sizes[0]);
        (void)sink;
      }
      double ghz = clock_ghz();
      if (ghz > best) best = ghz;
    }
    printf("%-12s  %.2f\n", widths[w], best);
  }
}
