/* Does a core that reads one line of a pair of 128 bytes take its neighbour along? Thread A adds to the first line of each of
   PAIRS pairs. Thread B reads the second lines, of the same pairs or of others, and flushes them, so that its next reads
   miss again. A's lines are then touched by nobody else, and never flushed. ns of an add in A, medians of RUNS goes. */
#include "threads.h"
#include <immintrin.h>

#define RUNS 9
#define PAIRS 256
#define PASSES 4000

static _Alignas(PAGE) unsigned char room[2][PAIRS][128];
static _Alignas(PAGE) _Atomic int stop;
static pthread_barrier_t together;
static int order[PAIRS];
struct job { int memory, batch; long reads; };

static void *reader(void *p) {
  struct job *me = p;
  pin(1);
  pthread_barrier_wait(&together);
  while (!atomic_load_explicit(&stop, memory_order_relaxed)) {
    for (int i = 0; i < PAIRS; i += me->batch) {
      unsigned char (*pairs)[128] = room[me->memory];
      for (int j = 0; j < me->batch; ++j) (void)*(volatile unsigned char *)&pairs[order[i + j]][64];
      for (int j = 0; j < me->batch; ++j) _mm_clflushopt(&pairs[order[i + j]][64]);
      _mm_mfence();
    }
    me->reads += PAIRS;
  }
  return 0;
}

/* ns of an add; the other core reads beside `memory`, or is not there if that is negative */
static double adds(int memory, int batch, double *reads) {
  pthread_t other;
  struct job job = {memory, batch, 0};
  atomic_store(&stop, 0);
  pthread_barrier_init(&together, 0, memory < 0 ? 1 : 2);
  if (memory >= 0) pthread_create(&other, 0, reader, &job);
  pthread_barrier_wait(&together);
  double start = 0;
  for (int pass = -PASSES / 4; pass < PASSES; ++pass) {
    if (pass == 0) start = now_ns(), job.reads = 0;
    for (int i = 0; i < PAIRS; ++i) __atomic_fetch_add((uint32_t *)room[0][order[i]], 1, __ATOMIC_RELAXED);
  }
  double ns = now_ns() - start;
  *reads = job.reads / (ns / 1000);
  atomic_store(&stop, 1);
  if (memory >= 0) pthread_join(other, 0);
  return ns / PASSES / PAIRS;
}

int main(void) {
  static const struct { const char *says; int memory, batch; } cases[] = {
    {"does nothing                                 ", -1, 1},
    {"reads lines of other pairs, one by one       ", 1, 1},
    {"reads the other line of each pair, one by one", 0, 1},
    {"reads lines of other pairs, many at once     ", 1, PAIRS},
    {"reads the other line of each, many at once   ", 0, PAIRS}};
  enum { CASES = sizeof cases / sizeof *cases };
  static double ns[CASES][RUNS], reads[CASES][RUNS];
  pin(0);
  memset(room, 1, sizeof room);
  uint32_t seed = 12345;
  for (int i = 0; i < PAIRS; ++i) order[i] = i;
  for (int i = PAIRS - 1; i > 0; --i) {
    seed = seed * 1664525 + 1013904223;
    int j = (seed >> 8) % (i + 1), t = order[i];
    order[i] = order[j], order[j] = t;
  }
  for (int r = 0; r < RUNS; ++r)
    for (int c = 0; c < CASES; ++c) ns[c][r] = adds(cases[c].memory, cases[c].batch, &reads[c][r]);
  printf("the other core                                  an add, ns   its reads a us\n");
  for (int c = 0; c < CASES; ++c)
    printf("%s   %11.2f   %14.1f\n", cases[c].says, quantile(ns[c], RUNS, 0.5), quantile(reads[c], RUNS, 0.5));
}
