/* What an address that no width divides costs: single loads, then whole sums. */
#include "clock.h"
#include "kernels.h"
#include <stdio.h>

/* `count` loads, `step` bytes apart, again and again; nothing waits for what they load */
#define LOADS(bits, isa, instruction, reg)                                                        \
  KERNEL(isa) void loads_##bits(const char *p, int count, size_t step, int times) {               \
    for (; times > 0; --times)                                                                    \
      for (const char *q = p, *end = p + count * step; q < end; q += 4 * step)                    \
        __asm__ volatile(instruction " (%0),%%" reg "0\n" instruction " (%0,%1),%%" reg "1\n"     \
                         instruction " (%0,%1,2),%%" reg "2\n" instruction " (%2),%%" reg "3"     \
                         ::"r"(q), "r"(step), "r"(q + 3 * step) : "xmm0", "xmm1", "xmm2", "xmm3"); \
  }
LOADS(128, "sse2", "movups", "xmm")
LOADS(256, "avx2", "vmovups", "ymm")
LOADS(512, "avx512f", "vmovups", "zmm")

typedef void loads(const char *, int, size_t, int);
static loads *const kinds[] = {loads_128, loads_256, loads_512};
static char *page;

static double load_ns(loads *f, const char *p, int count, size_t step) {
  double best = 1e30;
  int times = 80000 / count;
  for (int r = 0; r < RUNS; ++r) {
    double start = now_ns();
    f(p, count, step, times);
    double ns = (now_ns() - start) / ((double)times * count);
    if (ns < best) best = ns;
  }
  return best;
}

int main(void) {
  enum { SMALL = 16 << 10, LARGE = 32 << 20 };
  page = aligned_alloc(2 << 20, 2 * LARGE);
  for (size_t i = 0; i < 2 * LARGE / 4; ++i) ((float *)page)[i] = random32() & 3;
  printf("core clock %.2f GHz\none load, ns; 64 of them in the first cache, one in each line\n", clock_ghz());
  printf("width        aligned  +4 bytes  across lines\n");
  for (int k = 0; k < 3; ++k) {
    size_t bytes = 16 << k; /* the last begins half a load before the end of a line */
    printf("%-12s %.3f    %.3f     %.3f\n", widths[k + 1], load_ns(kinds[k], page, 64, 64), load_ns(kinds[k], page + 4, 64, 64),
           load_ns(kinds[k], page + 64 - bytes / 2, 64, 64));
  }
  printf("one load, ns; 4 of them, 4096 bytes apart\nwidth        in a line  across lines  across pages\n");
  for (int k = 0; k < 3; ++k) {
    size_t half = 8 << k;
    printf("%-12s %.3f      %.3f         %.3f\n", widths[k + 1], load_ns(kinds[k], page + 4096 - 64, 4, 4096),
           load_ns(kinds[k], page + 4096 - 64 - half, 4, 4096), load_ns(kinds[k], page + 4096 - half, 4, 4096));
  }
  printf("sum of float, ns a number\nwidth        16 KiB  +4 bytes  32 MiB  +4 bytes\n");
  for (int w = 0; w < 4; ++w) {
    double best[4] = {1e30, 1e30, 1e30, 1e30};
    for (int r = 0; r < RUNS; ++r)
      for (int c = 0; c < 4; ++c) {
        size_t size = c < 2 ? SMALL : LARGE, passes = c < 2 ? 200 : 1;
        const float *x = (const float *)(page + (c & 1) * 4);
        double start = now_ns();
        for (size_t p = 0; p < passes; ++p) {
          volatile float sink = sums[w](x, x, size / 4);
          (void)sink;
        }
        double ns = (now_ns() - start) / (double)(passes * (size / 4));
        if (ns < best[c]) best[c] = ns;
      }
    printf("%-12s %.4f  %.4f    %.4f  %.4f\n", widths[w], best[0], best[1], best[2], best[3]);
  }
}
