/* Binary search with a branch against binary search by arithmetic, on random keys.
   The branch guesses wrong half the time, and its guesses start the next load early. */
#include "clock.h"
#include <stdio.h>

#define KEYS (1 << 15)
static uint32_t keys[KEYS];

/* lower bound by a jump: the next address is a guess, known at once */
__attribute__((noipa)) static uint32_t search_branch(const uint32_t *a, uint32_t n, uint32_t key) {
  const uint32_t *base = a;
  while (n > 1) {
    uint32_t half = n / 2;
    if (base[half - 1] < key) {
      base += half;
      __asm__ volatile("" : "+r"(base)); /* keep the jump */
    }
    n -= half;
  }
  return base - a + (*base < key);
}

/* lower bound by arithmetic: the next address waits for the load before it */
__attribute__((noipa)) static uint32_t search_arithmetic(const uint32_t *a, uint32_t n, uint32_t key) {
  const uint32_t *base = a;
  while (n > 1) {
    uint32_t half = n / 2;
    base += -(uint64_t)(base[half - 1] < key) & half;
    n -= half;
  }
  return base - a + (*base < key);
}

typedef uint32_t search(const uint32_t *, uint32_t, uint32_t);

static double ns_per_search(search *f, const uint32_t *a, uint32_t n) {
  for (int i = 0; i < KEYS; ++i) keys[i] = random32() % (2 * n); /* fresh: no path is in the cache or in the predictor */
  volatile uint32_t sink = 0;
  double start = now_ns();
  for (int i = 0; i < KEYS; ++i) sink = f(a, n, keys[i]);
  (void)sink;
  return (now_ns() - start) / KEYS;
}

int main(void) {
  printf("elements   KiB      branch  arithmetic   (ns a search, lowest of %d rounds of %d keys)\n", RUNS, KEYS);
  for (int log = 8; log <= 24; log += 2) {
    uint32_t n = 1u << log, *a = malloc(n * sizeof *a);
    for (uint32_t i = 0; i < n; ++i) a[i] = 2 * i;
    double v[2][RUNS];
    for (int i = 0; i < 1000; ++i) {
      uint32_t key = random32() % (2 * n);
      if (search_branch(a, n, key) != search_arithmetic(a, n, key)) return 1;
    }
    for (int r = 0; r < RUNS; ++r) {
      v[0][r] = ns_per_search(search_branch, a, n);
      v[1][r] = ns_per_search(search_arithmetic, a, n);
    }
    printf("%8u   %6u   %6.0f  %6.0f\n", n, n / 256, lowest(v[0], RUNS), lowest(v[1], RUNS));
    free(a);
  }
}
