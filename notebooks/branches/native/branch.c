/* The conditional sum, natively.
     ./branch                table: ns an element for each probability that the branch is taken
     ./branch random|sorted  one sum of that order, 10 times, for a tool to watch (cachegrind, perf) */
#include "clock.h"
#include <stdio.h>
#include <string.h>

#define N (1 << 20)
static int32_t xs[N];

/* What a programmer writes. The compiler may turn the `if` into anything. */
__attribute__((noipa)) int32_t sum_plain(const int32_t *x, int n, int32_t t) {
  int32_t s = 0;
  for (int i = 0; i < n; ++i)
    if (x[i] >= t) s += x[i];
  return s;
}

/* The empty assembly cannot be executed speculatively, so a jump has to stay. */
__attribute__((noipa)) int32_t sum_branch(const int32_t *x, int n, int32_t t) {
  int32_t s = 0;
  for (int i = 0; i < n; ++i)
    if (x[i] >= t) {
      s += x[i];
      __asm__ volatile("" : "+r"(s));
    }
  return s;
}

/* The comparison as a mask: all ones if x >= t, else zero. The barrier keeps the loop scalar. */
__attribute__((noipa)) int32_t sum_mask(const int32_t *x, int n, int32_t t) {
  int32_t s = 0;
  for (int i = 0; i < n; ++i) {
    s += x[i] & ~((x[i] - t) >> 31);
    __asm__ volatile("" : "+r"(s));
  }
  return s;
}

typedef int32_t sum(const int32_t *, int, int32_t);

struct timed { sum *f; const int32_t *x; int32_t t; double v[RUNS]; };
static struct timed cases[64];
static int count;

static struct timed *add(sum *f, const int32_t *x, int32_t t) {
  cases[count] = (struct timed){f, x, t, {0}};
  return &cases[count++];
}

static void measure(void) {
  volatile int32_t sink;
  for (int r = -1; r < RUNS; ++r) /* round -1 warms up */
    for (struct timed *c = cases; c < cases + count; ++c)
      for (int pass = 0; pass < 3; ++pass) { /* the last of three passes in a row counts */
        double start = now_ns();
        sink = c->f(c->x, N, c->t);
        if (r >= 0) c->v[r] = (now_ns() - start) / N;
      }
  (void)sink;
}

static int ascending(const void *a, const void *b) {
  return *(const int32_t *)a - *(const int32_t *)b;
}

int main(int argc, char **argv) {
  static int32_t sorted[N];
  static const int percent[] = {0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100};
  enum { POINTS = sizeof percent / sizeof *percent };
  sum *const forms[] = {sum_plain, sum_branch, sum_mask};
  struct timed *order[2][3], *sweep[POINTS][2];

  for (int i = 0; i < N; ++i) xs[i] = random32() & 255;
  memcpy(sorted, xs, sizeof xs);
  qsort(sorted, N, sizeof *sorted, ascending);
  if (argc > 1) {
    volatile int32_t sink;
    for (int r = 0; r < 10; ++r) sink = sum_branch(strcmp(argv[1], "sorted") ? xs : sorted, N, 128);
    (void)sink;
    return 0;
  }

  for (int f = 0; f < 3; ++f) {
    order[0][f] = add(forms[f], xs, 128);
    order[1][f] = add(forms[f], sorted, 128);
  }
  for (int p = 0; p < POINTS; ++p)
    for (int f = 0; f < 2; ++f) sweep[p][f] = add(forms[f + 1], xs, 256 - 256 * percent[p] / 100);
  double ghz = clock_ghz();
  measure();

  printf("core clock %.2f GHz\nns an element, threshold 128\norder    plain  branch  mask\n", ghz);
  for (int o = 0; o < 2; ++o)
    printf("%s   %.2f   %.2f    %.2f\n", o ? "sorted" : "random", lowest(order[o][0]->v, RUNS), lowest(order[o][1]->v, RUNS),
           lowest(order[o][2]->v, RUNS));
  printf("ns an element, random order\ntaken    branch  mask\n");
  for (int p = 0; p < POINTS; ++p)
    printf("%4.2f     %.2f    %.2f\n", percent[p] / 100., lowest(sweep[p][0]->v, RUNS), lowest(sweep[p][1]->v, RUNS));
}
