/* Times sum_int, sum_float and largest of loops.c as FLAGS compiled them: 4,096 numbers, lowest of RUNS rounds. */
#include "clock.h"
#include <stdio.h>
int32_t sum_int(const int32_t *, int);
float sum_float(const float *, int), largest(const float *, int);
int32_t apply(int32_t x) { return x; }

enum { N = 4096, PASSES = 500 };
static int32_t a[N] __attribute__((aligned(64)));
static float f[N] __attribute__((aligned(64)));

int main(void) {
  double best[3] = {1e30, 1e30, 1e30}, exact = 0;
  volatile float sink;
  for (int i = 0; i < N; ++i) a[i] = random32() & 255, f[i] = random32() / 4294967296.f, exact += f[i];
  for (int r = 0; r < RUNS; ++r)
    for (int k = 0; k < 3; ++k) {
      double start = now_ns();
      for (int p = 0; p < PASSES; ++p) sink = k == 0 ? sum_int(a, N) : k == 1 ? sum_float(f, N) : largest(f, N);
      double ns = (now_ns() - start) / ((double)N * PASSES);
      if (ns < best[k]) best[k] = ns;
    }
  (void)sink;
  printf("int sum %.3f  float sum %.3f  largest %.3f ns a number; float sum = %.4f, exactly %.4f\n", best[0], best[1], best[2], sum_float(f, N), exact);
}
