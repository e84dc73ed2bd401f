/* What an address that is not aligned does to atomic adds and to plain stores.
   - lock add at some place in a line, across two lines, across two pages: ns, median of RUNS goes;
   - the same while the other core walks through its own memory at random: ns a load there;
   - one thread stores all zeroes and all ones in turn, the other loads: how many loads saw a half of each. */
#include "threads.h"

#define RUNS 9
#define MS 20
#define LOADS 20000000

static _Alignas(PAGE) unsigned char room[2 * PAGE];
static _Alignas(PAGE) _Atomic int stop;
static uint32_t *walk;
#define NODES (1u << 20) /* 64 MiB, a line each */

static inline void locked_add(void *at) { __asm__ volatile("lock addl $1, (%0)" : : "r"(at) : "memory", "cc"); }
static inline void store(void *at, uint64_t x) { __asm__ volatile("movq %1, (%0)" : : "r"(at), "r"(x) : "memory"); }
static inline uint64_t load(void *at) {
  uint64_t x;
  __asm__ volatile("movq (%1), %0" : "=r"(x) : "r"(at) : "memory");
  return x;
}

static double adds(int at) {
  double start = now_ns(), until = start + MS * 1e6, now;
  long n = 0;
  do {
    for (int i = 0; i < 100; ++i) locked_add(room + at);
    n += 100;
  } while ((now = now_ns()) < until);
  return (now - start) / n;
}

static void *keep_adding(void *at) {
  pin(1);
  while (!atomic_load(&stop)) locked_add(at);
  return 0;
}

static void *flip(void *at) {
  pin(1);
  while (!atomic_load(&stop)) store(at, 0), store(at, -1);
  return 0;
}

/* ns of a dependent load from memory while the other core adds at `at`, or rests if it is negative */
static double beside(int at) {
  pthread_t other;
  atomic_store(&stop, 0);
  if (at >= 0) pthread_create(&other, 0, keep_adding, room + at), usleep(5000);
  static uint32_t p;
  double start = now_ns();
  for (int i = 0; i < 100000; ++i) p = walk[p];
  double ns = (now_ns() - start) / 100000;
  atomic_store(&stop, 1);
  if (at >= 0) pthread_join(other, 0);
  return ns;
}

static long torn(int at) {
  pthread_t other;
  long n = 0;
  atomic_store(&stop, 0);
  pthread_create(&other, 0, flip, room + at);
  usleep(5000);
  for (long i = 0; i < LOADS; ++i) {
    uint64_t x = load(room + at);
    n += x != 0 && x != (uint64_t)-1;
  }
  atomic_store(&stop, 1);
  pthread_join(other, 0);
  return n;
}

int main(void) {
  static const struct { const char *says; int at; } places[] = {
    {"aligned            ", 0}, {"odd, in one line   ", 33}, {"across two lines   ", 62}, {"across two pages   ", PAGE - 2}};
  pin(0);
  walk = aligned_alloc(64, NODES * 64ul);
  for (uint32_t i = 0; i < NODES; ++i) walk[i * 16] = i * 16;
  uint64_t seed = 88172645463325252ull;
  for (uint32_t i = NODES - 1; i > 0; --i) { /* Sattolo: one cycle */
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    uint32_t j = seed % i, t = walk[i * 16];
    walk[i * 16] = walk[j * 16], walk[j * 16] = t;
  }
  static double own[4][RUNS], others[5][RUNS];
  for (int r = 0; r < RUNS; ++r) {
    others[4][r] = beside(-1);
    for (int k = 0; k < 4; ++k) own[k][r] = adds(places[k].at), others[k][r] = beside(places[k].at);
  }
  printf("                     lock add, ns   the other core: a load from memory, ns\n");
  for (int k = 0; k < 4; ++k)
    printf("%s  %12.2f   %12.1f\n", places[k].says, quantile(own[k], RUNS, 0.5), quantile(others[k], RUNS, 0.5));
  printf("no adds              %12s   %12.1f\n", "", quantile(others[4], RUNS, 0.5));
  printf("\ntorn values in %d loads of 8 bytes\n", LOADS);
  static const int eights[] = {0, 33, 60, PAGE - 4};
  for (int k = 0; k < 4; ++k) printf("%s  %12ld\n", places[k].says, torn(eights[k]));
}
