/* What does a hint change, and what does a profile change? Built in seven ways by runs.yaml: no hint, the ordinary hint,
   the ordinary hint upside down, a hint that gives the probability, and a profile with no hint or the upside-down one.
     ./hints <full>   1000000: seldom over full and regular; 3500: about half the time */
#include "clock.h"
#include <stdio.h>

#if HINT == 1
#define RARE(x) __builtin_expect(!!(x), 0)
#elif HINT == 2
#define RARE(x) __builtin_expect(!!(x), 1)
#elif HINT == 3
#define RARE(x) __builtin_expect_with_probability(!!(x), 0, 0.999)
#else
#define RARE(x) (x)
#endif

#define N (1 << 20) /* 2^16 drops are learnt by heart: see pattern.txt */
static uint32_t drops[N];

/* A bucket that leaks a quarter of its content whenever it is over full. */
__attribute__((noipa)) static uint32_t fill(const uint32_t *drop, int n, uint32_t full) {
  uint32_t level = 0;
  for (int i = 0; i < n; ++i) {
    level += drop[i];
    if (RARE(level > full)) level -= level >> 2;
  }
  return level;
}

int main(int argc, char **argv) {
  uint32_t full = argc > 1 ? atoi(argv[1]) : 1000000;
  for (int i = 0; i < N; ++i) drops[i] = random32() % 1000;
  int over = 0;
  for (uint32_t i = 0, level = 0; i < N; ++i)
    if ((level += drops[i]) > full) level -= level >> 2, ++over;
  double v[RUNS];
  uint32_t sum = 0;
  for (int r = -3; r < RUNS; ++r) { /* three rounds warm up */
    double start = now_ns();
    sum += fill(drops, N, full);
    if (r >= 0) v[r] = (now_ns() - start) / N;
  }
  printf("over full at %.1f %% of drops: %.2f ns a drop (check %08x)\n", 100. * over / N, lowest(v, RUNS), sum);
}
