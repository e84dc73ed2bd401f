/* The sum of 1,024 doubles (8 KiB, in the first-level cache) with 1, 2, 4 and 8 accumulators. ns an element. */
#include "clock.h"
#include <stdio.h>

#define N 1024
#define CALLS 2000

__attribute__((noipa)) static double sum1(const double *x, int n) {
  double s = 0;
  for (int i = 0; i < n; ++i) s += x[i];
  return s;
}

__attribute__((noipa)) static double sum2(const double *x, int n) {
  double s = 0, t = 0;
  for (int i = 0; i < n; i += 2) s += x[i], t += x[i + 1];
  return s + t;
}

__attribute__((noipa)) static double sum4(const double *x, int n) {
  double s = 0, t = 0, u = 0, v = 0;
  for (int i = 0; i < n; i += 4) s += x[i], t += x[i + 1], u += x[i + 2], v += x[i + 3];
  return (s + t) + (u + v);
}

__attribute__((noipa)) static double sum8(const double *x, int n) {
  double s[8] = {0};
  for (int i = 0; i < n; i += 8) {
    s[0] += x[i], s[1] += x[i + 1], s[2] += x[i + 2], s[3] += x[i + 3];
    s[4] += x[i + 4], s[5] += x[i + 5], s[6] += x[i + 6], s[7] += x[i + 7];
  }
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

int main(void) {
  static double xs[N];
  for (int i = 0; i < N; ++i) xs[i] = random32() / 4294967296.0;
  double (*const sums[])(const double *, int) = {sum1, sum2, sum4, sum8};
  double best[4], value[4];
  for (int r = 0; r < RUNS; ++r)
    for (int k = 0; k < 4; ++k) {
      double start = now_ns();
      for (int c = 0; c < CALLS; ++c) value[k] = sums[k](xs, N);
      double ns = (now_ns() - start) / CALLS / N;
      if (r == 0 || ns < best[k]) best[k] = ns;
    }
  printf("clock %.2f GHz\n\naccumulators   ns an element (lowest of %d passes)   sum\n", clock_ghz(), RUNS);
  for (int k = 0; k < 4; ++k) printf("%12d   %.3f   %.17g\n", 1 << k, best[k], value[k]);
  return 0;
}
