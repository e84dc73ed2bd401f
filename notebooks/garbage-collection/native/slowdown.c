// A hash table of chained nodes, built and torn down: what memory checkers cost a program that allocates.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct node {
  struct node *next;
  unsigned key, count;
};

enum { BUCKETS = 1 << 12, KEYS = 1 << 15, ROUNDS = 20 };

int main(void) {
  static struct node *table[BUCKETS];
  unsigned long found = 0;
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int round = 0; round < ROUNDS; ++round) {
    unsigned x = 1;
    for (int i = 0; i < 2 * KEYS; ++i) {
      x = x * 1664525u + 1013904223u;
      unsigned key = x >> 17;
      struct node **at = &table[key % BUCKETS];
      while (*at && (*at)->key != key) at = &(*at)->next;
      if (!*at) {
        *at = malloc(sizeof **at);
        **at = (struct node){NULL, key, 0};
      }
      found += ++(*at)->count > 1;
    }
    for (int b = 0; b < BUCKETS; ++b)
      while (table[b]) {
        struct node *next = table[b]->next;
        free(table[b]);
        table[b] = next;
      }
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  double s = (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
  printf("%.2f s, %lu found again\n", s, found);
  return 0;
}
