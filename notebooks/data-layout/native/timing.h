/* Timing and memory shared by the programs of this folder. A run that shares its machine can only be slowed down, never
   sped up, and the neighbours of a virtual machine slow runs for a second at a time. So every program goes round all its
   cases several times and reports the lowest time of each. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static void keep_lower(double *least, double ns) {
  if (*least == 0 || ns < *least) *least = ns;
}

/* xorshift64*, seeded: the same data on every machine */
static uint64_t seed = 88172645463325252ull;
__attribute__((unused)) static uint32_t below(uint32_t n) {
  seed ^= seed >> 12, seed ^= seed << 25, seed ^= seed >> 27;
  return (uint64_t)(uint32_t)((seed * 2685821657736338717ull) >> 32) * n >> 32;
}

/* Memory whose pages have been touched: pages of 4 KiB, or of 2 MiB if the system gives them. */
__attribute__((unused)) static char *pages(size_t bytes, int huge) {
  size_t two = 2 << 20;
  char *p = mmap(0, bytes + two, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) exit(1);
  p = (char *)(((uintptr_t)p + two - 1) / two * two);
  madvise(p, bytes, huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
  memset(p, 1, bytes);
  return p;
}
