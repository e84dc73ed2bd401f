// How much of a processor one gets: additions in registers, one process pinned to each processor, timed every
// millisecond. Run as many seconds as asked for: gcc -O2 -o neighbour neighbour.c && ./neighbour 60
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* ns per step of six chains that need nothing of each other, over one millisecond */
static double level(void) {
  static unsigned a, b, c, d, e, f;
  double start = now_ms(), ms;
  long steps = 0;
  do {
    for (int i = 0; i < 4000; ++i)
      __asm__ volatile("addl %6,%0; xorl %6,%1; subl %6,%2; xorl %6,%3; addl %6,%4; subl %6,%5"
                       : "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f)
                       : "r"(i));
    steps += 4000;
    ms = now_ms() - start;
  } while (ms < 1);
  return ms * 1e6 / steps;
}

static void watch(int cpu, int seconds) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  sched_setaffinity(0, sizeof set, &set);
  int count = seconds * 1000;
  double *levels = malloc(count * sizeof *levels), *sorted = malloc(count * sizeof *sorted);
  for (int i = 0; i < count; ++i) sorted[i] = levels[i] = level();
  qsort(sorted, count, sizeof *sorted, by_size);
  double quiet = sorted[count / 20], limit = 1.2 * quiet;
  int slow = 0, run = 0, longest = 0;
  for (int i = 0; i < count; ++i) {
    run = levels[i] > limit ? run + 1 : 0;
    slow += levels[i] > limit;
    if (run > longest) longest = run;
  }
  printf("processor %d: quiet %.3f ns a step; %.1f %% of %d ms above 1.2 times that, their median %.2f times, the longest stretch %d ms\n",
         cpu, quiet, 100.0 * slow / count, count, sorted[count - slow / 2 - 1] / quiet, longest);
}

int main(int argc, char **argv) {
  int seconds = argc > 1 ? atoi(argv[1]) : 10;
  for (int cpu = 0; cpu < sysconf(_SC_NPROCESSORS_ONLN); ++cpu)
    if (fork() == 0) {
      watch(cpu, seconds);
      return 0;
    }
  while (wait(NULL) > 0) {
  }
}
