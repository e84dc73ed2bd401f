/* Two threads hand a number back and forth: one makes even numbers odd, the other odd ones even. A round trip is two
   hand-offs. They wait by spinning (compare-and-swap until it succeeds), by spinning with sched_yield, or asleep (futex).
   Lowest and median of RUNS round trips; the first tenth of each run does not count. */
#include "pin.h"
#include <linux/futex.h>

#define RUNS 15

enum wait { SPIN, YIELD, SLEEP };
struct side { int core, odd, turns; enum wait wait; };

static _Alignas(128) _Atomic uint32_t token;

static void futex(int op, uint32_t value) { syscall(SYS_futex, &token, op, value, 0, 0, 0); }

static void *player(void *p) {
  struct side *me = p;
  pin(me->core);
  for (uint32_t t = me->odd; t < 2u * me->turns; t += 2) {
    uint32_t expected = t;
    while (!atomic_compare_exchange_weak(&token, &expected, t + 1)) {
      if (me->wait == YIELD) sched_yield();
      if (me->wait == SLEEP && expected != t) futex(FUTEX_WAIT_PRIVATE, expected);
      expected = t;
    }
    if (me->wait == SLEEP) futex(FUTEX_WAKE_PRIVATE, 1);
  }
  return 0;
}

static double round_trip(enum wait wait, int a, int b, int turns) {
  struct side even = {a, 0, turns, wait}, odd = {b, 1, turns, wait};
  pthread_t one, two;
  atomic_store(&token, 0);
  pthread_create(&one, 0, player, &even);
  pthread_create(&two, 0, player, &odd);
  while (atomic_load(&token) < 2u * turns / 10) usleep(50);
  double start = now_ns();
  uint32_t from = atomic_load(&token);
  pthread_join(one, 0), pthread_join(two, 0);
  return (now_ns() - start) * 2 / (2.0 * turns - from);
}

int main(void) {
  static const struct { const char *says; enum wait wait; int a, b, turns; } cases[] = {
    {"spin, two cores        ", SPIN, 0, 1, 2000000},
    {"spin, one core         ", SPIN, 0, 0, 20},
    {"spin and yield, 1 core ", YIELD, 0, 0, 60000},
    {"sleep, two cores       ", SLEEP, 0, 1, 3000},
    {"sleep, one core        ", SLEEP, 0, 0, 30000},
    {"sleep, not pinned      ", SLEEP, ANY, ANY, 10000},
  };
  enum { CASES = sizeof cases / sizeof *cases };
  static double v[CASES][RUNS];
  for (int r = 0; r < RUNS; ++r)
    for (int c = 0; c < CASES; ++c) v[c][r] = round_trip(cases[c].wait, cases[c].a, cases[c].b, cases[c].turns);
  printf("a round trip, ns           lowest    median   of %d\n", RUNS);
  for (int c = 0; c < CASES; ++c)
    printf("%s  %9.0f %9.0f\n", cases[c].says, quantile(v[c], RUNS, 0), quantile(v[c], RUNS, 0.5));
}
