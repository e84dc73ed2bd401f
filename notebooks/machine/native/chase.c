/* The staircase of the machine card in C: a random cycle with a node in each line of 64 bytes, median of nine slices. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STEP = 16, SLICES = 9, LARGEST = 64 << 20 };

static int32_t *memory;
static uint64_t state = 88172645463325252u;

static uint32_t below(uint32_t n) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)((state >> 32) * n >> 32);
}

static void cycle(uint32_t bytes) {
  uint32_t lines = bytes / 64;
  for (uint32_t i = 0; i < lines; ++i) memory[STEP * i] = (int32_t)(STEP * i);
  for (uint32_t i = lines - 1; i > 0; --i) {
    uint32_t j = STEP * below(i);
    int32_t next = memory[STEP * i];
    memory[STEP * i] = memory[j];
    memory[j] = next;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(void) {
  memory = aligned_alloc(4096, LARGEST);
  if (!memory) return 1;
  puts("KiB      ns a load");
  for (uint32_t power = 12; power <= 26; ++power)
    for (int half = 0; half < 2 && (power < 26 || half == 0); ++half) {
      uint32_t bytes = half ? 3u << (power - 1) : 1u << power;
      uint32_t loads = bytes <= 1u << 20 ? 400000 : 100000;
      double ns[SLICES];
      int32_t p = 0;
      cycle(bytes);
      for (int slice = -1; slice < SLICES; ++slice) {
        double start = now();
        for (uint32_t i = 0; i < loads; ++i) p = memory[p];
        double took = (now() - start) / loads;
        if (slice >= 0) ns[slice] = took;
      }
      /* the chain must be walked for its end to be known */
      if (p < 0) puts("");
      qsort(ns, SLICES, sizeof *ns, ascending);
      printf("%-8u %.2f\n", bytes / 1024, ns[SLICES / 2]);
    }
  return 0;
}
