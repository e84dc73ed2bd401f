/* What padding costs those who read: the sum of COUNTERS numbers that lie 4, 64 or 128 bytes apart; ns for all of them, lowest of RUNS goes.
   Then the same after another core has added to each of them. */
#include "threads.h"

#define RUNS 51
#define COUNTERS 64

static _Alignas(PAGE) unsigned char room[COUNTERS * 128];
static _Alignas(PAGE) _Atomic int turn;
static volatile uint32_t sink;

static void *writer(void *p) {
  int apart = *(int *)p;
  pin(1);
  for (int r = 0; r < RUNS; ++r) {
    while (atomic_load(&turn) != 1) ;
    for (int i = 0; i < COUNTERS; ++i) __atomic_fetch_add((uint32_t *)(room + i * apart), 1, __ATOMIC_RELAXED);
    atomic_store(&turn, 0);
  }
  return 0;
}

static uint32_t sum(int apart) {
  uint32_t total = 0;
  for (int i = 0; i < COUNTERS; ++i) total += __atomic_load_n((uint32_t *)(room + i * apart), __ATOMIC_RELAXED);
  return total;
}

int main(void) {
  static const int aparts[] = {4, 64, 128};
  pin(0);
  printf("bytes apart   all, bytes   sum, ns   after another core's adds, ns\n");
  for (int k = 0; k < 3; ++k) {
    int apart = aparts[k];
    pthread_t other;
    pthread_create(&other, 0, writer, &apart);
    double own[RUNS], after[RUNS];
    for (int r = 0; r < RUNS; ++r) {
      atomic_store(&turn, 1);
      while (atomic_load(&turn) != 0) ;
      double start = now_ns();
      sink = sum(apart);
      double middle = now_ns();
      for (int i = 0; i < 100; ++i) sink = sum(apart);
      after[r] = middle - start;
      own[r] = (now_ns() - middle) / 100;
    }
    pthread_join(other, 0);
    printf("%11d   %10d   %7.1f   %10.0f\n", apart, COUNTERS * apart, quantile(own, RUNS, 0), quantile(after, RUNS, 0.5));
  }
}
