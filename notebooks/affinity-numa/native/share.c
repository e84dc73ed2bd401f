/* Busy threads on two cores. Each counts turns of a loop for a second; its rate is given as a share of the rate that one thread
   reaches alone, measured just before and just after. Median of RUNS goes. */
#include "pin.h"

#define RUNS 5
#define SECONDS 1

struct busy { int core, nice; double rate; };
static atomic_int stop;
static pthread_barrier_t together;

static void *work(void *p) {
  struct busy *me = p;
  pin(me->core);
  renice(me->nice);
  pthread_barrier_wait(&together);
  uint64_t turns = 0, x = 1;
  double start = now_ns();
  while (!atomic_load_explicit(&stop, memory_order_relaxed)) {
    for (int i = 0; i < 2000; ++i) __asm__ volatile("imul %0,%0\nadd $1,%0" : "+r"(x));
    ++turns;
  }
  me->rate = turns / (now_ns() - start);
  return 0;
}

static void go(struct busy *all, int n) {
  pthread_t threads[8];
  atomic_store(&stop, 0);
  pthread_barrier_init(&together, 0, n + 1);
  for (int i = 0; i < n; ++i) pthread_create(&threads[i], 0, work, &all[i]);
  pthread_barrier_wait(&together);
  sleep(SECONDS);
  atomic_store(&stop, 1);
  for (int i = 0; i < n; ++i) pthread_join(threads[i], 0);
}

int main(void) {
  static const struct { const char *says; int n; struct busy all[3]; } cases[] = {
    {"2 threads, a core each            ", 2, {{0, 0}, {1, 0}}},
    {"2 threads, both on one core       ", 2, {{0, 0}, {0, 0}}},
    {"3 threads, not pinned             ", 3, {{ANY, 0}, {ANY, 0}, {ANY, 0}}},
    {"3 threads, pinned: two on core 0  ", 3, {{0, 0}, {0, 0}, {1, 0}}},
    {"2 on one core, nice 0 and nice 5  ", 2, {{0, 0}, {0, 5}}},
    {"2 on one core, nice 0 and nice 10 ", 2, {{0, 0}, {0, 10}}},
  };
  printf("share of what one thread does alone, median of %d\n", RUNS);
  for (unsigned c = 0; c < sizeof cases / sizeof *cases; ++c) {
    double shares[3][RUNS];
    for (int r = 0; r < RUNS; ++r) {
      struct busy before = {0, 0}, after = {0, 0}, all[3];
      go(&before, 1);
      for (int i = 0; i < 3; ++i) all[i] = cases[c].all[i];
      go(all, cases[c].n);
      go(&after, 1);
      for (int i = 0; i < cases[c].n; ++i) shares[i][r] = all[i].rate * 2 / (before.rate + after.rate);
    }
    double sum = 0;
    printf("%s", cases[c].says);
    for (int i = 0; i < 3; ++i) {
      if (i >= cases[c].n) { printf("      "); continue; }
      double share = quantile(shares[i], RUNS, 0.5);
      sum += share;
      printf("  %.2f", share);
    }
    printf("   together %.2f\n", sum);
  }
}
