/* What a move to the other core costs: the call itself, and the first pass over data that the old core has in its caches.
   A pass visits every 64-byte line of the working set once, in one random cycle, so that no prefetcher helps. One kind of pass
   only reads the lines, the other also writes to each of them.
   Medians over RUNS moves there and back; ns a line. */
#include "pin.h"

#define RUNS 301
#define LINE 16 /* 32-bit words */

static uint64_t seed = 88172645463325252ull;
static uint32_t below(uint32_t n) { /* xorshift64*, seeded */
  seed ^= seed >> 12, seed ^= seed << 25, seed ^= seed >> 27;
  return ((seed * 2685821657736338717ull) >> 32) * (uint64_t)n >> 32;
}

static _Alignas(64) uint32_t words[1 << 21]; /* 8 MiB */
static volatile uint32_t sink;

static void link_lines(uint32_t lines) { /* Sattolo: one cycle */
  for (uint32_t i = 0; i < lines; ++i) words[i * LINE] = i * LINE;
  for (uint32_t i = lines - 1; i > 0; --i) {
    uint32_t j = below(i), t = words[i * LINE];
    words[i * LINE] = words[j * LINE], words[j * LINE] = t;
  }
}

static double pass(uint32_t lines, int writes) {
  uint32_t p = 0;
  double start = now_ns();
  for (uint32_t i = 0; i < lines; ++i) {
    uint32_t next = words[p];
    if (writes) ++words[p + 1];
    p = next;
  }
  double ns = now_ns() - start;
  sink = p;
  return ns / lines;
}

int main(void) {
  static const uint32_t kib[] = {16, 64, 256, 512, 2048, 8192};
  static double call[RUNS], warm[RUNS], first[RUNS], second[RUNS], back[RUNS];
  for (int writes = 0; writes < 2; ++writes) {
    printf("%s\n    KiB   the call   stayed   after a move   2nd pass   back home   a move costs\n"
           "               us                                                           us\n",
           writes ? "lines are written" : "lines are only read");
    for (unsigned k = 0; k < sizeof kib / sizeof *kib; ++k) {
      uint32_t lines = kib[k] * 16;
      link_lines(lines);
      int runs = kib[k] > 1024 ? RUNS / 5 : RUNS;
      for (int r = 0; r < runs; ++r) {
        pin(0);
        pass(lines, writes), pass(lines, writes);
        warm[r] = pass(lines, writes);
        double start = now_ns();
        pin(1);
        call[r] = now_ns() - start;
        first[r] = pass(lines, writes);
        second[r] = pass(lines, writes), pass(lines, writes);
        pin(0);
        back[r] = pass(lines, writes);
      }
      double w = quantile(warm, runs, 0.5), f = quantile(first, runs, 0.5);
      printf("%7u %10.1f %8.1f %14.1f %10.1f %11.1f %14.1f\n", kib[k], quantile(call, runs, 0.5) / 1e3, w, f,
             quantile(second, runs, 0.5), quantile(back, runs, 0.5), (f - w) * lines / 1e3);
    }
  }
}
