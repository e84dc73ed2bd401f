/* Loads at random places, whose addresses stand in a list, with a prefetch some turns ahead. Once with next to no work for each
   load, so that the core itself has many turns in flight, and once with a chain of multiplications that fills its window.
     ./prefetch   table: ns a turn, the lowest of several rounds */
#include "timing.h"

enum { LINES = 1 << 20, TURNS = 1 << 16, AHEAD = 256, ROUNDS = 9 };
typedef struct { uint64_t value, rest[7]; } line;

static uint32_t list[TURNS + AHEAD];

/* `ahead` of -1: no prefetch. The steps of work hang on each other, not on the turn before. */
__attribute__((noipa)) static uint64_t turns(const line *lines, int ahead, int steps) {
  uint64_t sum = 0;
  for (int i = 0; i < TURNS; ++i) {
    if (ahead >= 0) __builtin_prefetch(&lines[list[i + ahead]]);
    uint64_t x = lines[list[i]].value;
    for (int s = 0; s < steps; ++s) x = x * 0x9e3779b97f4a7c15u + 1;
    sum += x;
  }
  return sum;
}

int main(void) {
  static const int aheads[] = {-1, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256};
  static const int steps[] = {0, 25, 100, 400};
  enum { A = sizeof aheads / sizeof *aheads, S = sizeof steps / sizeof *steps };
  double ns[A][S] = {{0}};
  line *lines = (line *)pages(sizeof(line) * LINES, 0);
  uint64_t wanted[S];
  for (int r = -1; r < ROUNDS; ++r)
    for (int a = 0; a < A; ++a)
      for (int s = 0; s < S; ++s) {
        for (int i = 0; i < TURNS + AHEAD; ++i) list[i] = below(LINES); /* fresh places, or the caches have them */
        double start = now_ns();
        uint64_t sum = turns(lines, aheads[a], steps[s]);
        if (r >= 0) keep_lower(&ns[a][s], (now_ns() - start) / TURNS);
        if (r < 0 && a == 0) wanted[s] = sum;
        if (sum != wanted[s]) return puts("wrong sum"), 1;
      }
  printf("%d lines of 64 bytes, ns a turn of … multiplications\nturns ahead ", LINES);
  for (int s = 0; s < S; ++s) printf("%8d", steps[s]);
  for (int a = 0; a < A; ++a) {
    printf(aheads[a] < 0 ? "\nnone        " : "\n%-12d", aheads[a]);
    for (int s = 0; s < S; ++s) printf("%8.1f", ns[a][s]);
  }
  puts("");
}
