/* Loads that miss every cache, in 1 to 32 chains that have nothing to do with each other: ns a load.
   One random cycle through 64 MiB, a node in each cache line; each chain walks it from a place of its own. */
#include "clock.h"
#include <stdio.h>

#define BYTES (64 << 20)
#define NODES (BYTES / 64)
#define LOADS (1 << 19)

struct node { struct node *next; char rest[56]; };
static struct node nodes[NODES] __attribute__((aligned(64)));

__attribute__((noipa)) static void walk(struct node **at, int chains, int loads) {
  for (int i = 0; i < loads; i += chains)
    for (int c = 0; c < chains; ++c) at[c] = at[c]->next;
}

int main(void) {
  static int order[NODES];
  for (int i = 0; i < NODES; ++i) order[i] = i;
  for (int i = NODES - 1; i > 0; --i) { /* Sattolo: one cycle */
    int j = random32() % i, t = order[i];
    order[i] = order[j], order[j] = t;
  }
  for (int i = 0; i < NODES; ++i) nodes[order[i]].next = &nodes[order[(i + 1) % NODES]];

  static const int chains[] = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};
  enum { CASES = sizeof chains / sizeof *chains };
  double best[CASES];
  struct node *at[32];
  for (int r = 0; r < 9; ++r)
    for (int k = 0; k < CASES; ++k) {
      for (int c = 0; c < 32; ++c) at[c] = &nodes[random32() % NODES];
      double start = now_ns();
      walk(at, chains[k], LOADS);
      double ns = (now_ns() - start) / LOADS;
      if (r == 0 || ns < best[k]) best[k] = ns;
    }
  printf("chains   ns a load (lowest of 9 passes)   times as fast as one\n");
  for (int k = 0; k < CASES; ++k) printf("%6d   %.1f   %.1f\n", chains[k], best[k], best[0] / best[k]);
  return 0;
}
