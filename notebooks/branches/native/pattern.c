/* How long a random pattern of outcomes does the predictor remember?
   One branch walks 2^20 values that repeat every `period` values. ns an element, and the
   learning curve of a fresh pattern.
     ./pattern            both tables
     ./pattern <period>   10 passes over that period, for a tool to watch (cachegrind, perf) */
#include "clock.h"
#include <stdio.h>

#define N (1 << 20)
#define LEARN (1 << 14)
#define PASSES 30

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *v, int n) {
  qsort(v, n, sizeof *v, by_value);
  return v[n / 2];
}
static int32_t xs[N];

__attribute__((noipa)) static int32_t sum_branch(const int32_t *x, int n, int32_t t) {
  int32_t s = 0;
  for (int i = 0; i < n; ++i)
    if (x[i] >= t) {
      s += x[i];
      __asm__ volatile("" : "+r"(s));
    }
  return s;
}

static void fill(int period) {
  for (int i = 0; i < N; ++i) xs[i] = i < period ? (int32_t)(random32() & 255) : xs[i - period];
}

int main(int argc, char **argv) {
  volatile int32_t sink;
  if (argc > 1) { /* one period, 10 passes, for a tool to watch */
    fill(atoi(argv[1]));
    for (int r = 0; r < 10; ++r) sink = sum_branch(xs, N, 128);
    return 0;
  }
  printf("period   ns an element (lowest of %d passes)\n", RUNS);
  for (int log = 3; log <= 20; ++log) {
    fill(1 << log);
    double v[RUNS];
    for (int r = -5; r < RUNS; ++r) { /* five passes to learn */
      double start = now_ns();
      sink = sum_branch(xs, N, 128);
      if (r >= 0) v[r] = (now_ns() - start) / N;
    }
    printf("%7d  %.2f\n", 1 << log, lowest(v, RUNS));
  }
  static double learn[PASSES][RUNS];
  for (int r = 0; r < RUNS; ++r) {
    fill(LEARN);
    for (int pass = 0; pass < PASSES; ++pass) {
      double start = now_ns();
      sink = sum_branch(xs, LEARN, 128);
      learn[pass][r] = (now_ns() - start) / LEARN;
    }
  }
  printf("\npass over a fresh pattern of %d   ns an element (median of %d patterns)\n", LEARN, RUNS);
  for (int pass = 1; pass <= PASSES; ++pass)
    if (pass <= 5 || pass % 5 == 0) printf("%4d  %.2f\n", pass, median(learn[pass - 1], RUNS));
  (void)sink;
}
