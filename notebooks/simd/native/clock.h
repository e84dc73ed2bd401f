/* Timing shared by the programs of this folder. A run that shares its machine can only be slowed down, never sped up,
   and here the neighbours of a virtual machine slow runs by up to half for a second at a time. So every program
   goes round all its cases RUNS times and reports the lowest time of each. */
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 31

static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

__attribute__((unused)) static double lowest(const double *v, int n) {
  double least = v[0];
  for (int i = 1; i < n; ++i)
    if (v[i] < least) least = v[i];
  return least;
}

/* xorshift64*, seeded: the same data on every machine */
static uint64_t seed = 88172645463325252ull;
static uint32_t random32(void) {
  seed ^= seed >> 12, seed ^= seed << 25, seed ^= seed >> 27;
  return (seed * 2685821657736338717ull) >> 32;
}

/* cycles in a nanosecond, from a chain of additions that take a cycle each */
__attribute__((unused)) static double clock_ghz(void) {
  double best = 1e30;
  for (int r = 0; r < 9; ++r) {
    uint64_t x = r;
    double start = now_ns();
    for (int i = 0; i < 4000000; ++i) /* 8 dependent additions a turn */
      __asm__ volatile("add $1,%0\nadd $1,%0\nadd $1,%0\nadd $1,%0\n"
                       "add $1,%0\nadd $1,%0\nadd $1,%0\nadd $1,%0" : "+r"(x));
    double ns = now_ns() - start;
    if (ns < best) best = ns;
  }
  return 8 * 4e6 / best;
}
