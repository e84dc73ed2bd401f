/* What the programs of this folder share: the clock, a thread's core, order statistics. The neighbours of a virtual machine
   can only slow a run down, so programs go round their cases RUNS times; each says what it reports. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PAGE 4096

__attribute__((unused)) static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

__attribute__((unused)) static void pin(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  if (sched_setaffinity(0, sizeof set, &set)) perror("sched_setaffinity"), exit(1);
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* sorts `v`; the value that a share `p` of them do not exceed */
__attribute__((unused)) static double quantile(double *v, int n, double p) {
  qsort(v, n, sizeof *v, by_value);
  int i = p * n;
  return v[i < n ? i : n - 1];
}
