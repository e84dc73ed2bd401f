/* One record in four layouts, and what each costs in time: the sum of `value` over N records in order, and over the same
   records in random order; ns a record, lowest of RUNS goes. Every address of `value` is computed, so that the loads of the
   random walk can overlap. */
#include "threads.h"
#include <stddef.h>

#define RUNS 9

#define FIELDS(NAME, ORDER, ATTRIBUTE) struct NAME { ORDER } ATTRIBUTE;
FIELDS(as_written, char kind; double value; char flag; int count; char unit;, )
FIELDS(by_size, double value; int count; char kind; char flag; char unit;, )
FIELDS(packed, char kind; double value; char flag; int count; char unit;, __attribute__((packed)))
FIELDS(own_line, char kind; double value; char flag; int count; char unit;, __attribute__((aligned(64))))

static volatile double sink;
static uint32_t *places;

#define SUM(NAME)                                                                                   \
  static double sum_##NAME(const struct NAME *at, uint32_t n, int random) {                         \
    double sum = 0;                                                                                 \
    double start = now_ns();                                                                        \
    if (random) for (uint32_t i = 0; i < n; ++i) sum += at[places[i]].value;                        \
    else for (uint32_t i = 0; i < n; ++i) sum += at[i].value;                                       \
    double ns = now_ns() - start;                                                                   \
    sink = sum;                                                                                     \
    return ns / n;                                                                                  \
  }                                                                                                 \
  static void show_##NAME(const char *says, uint32_t small, uint32_t large) {                       \
    struct NAME *all = aligned_alloc(64, (size_t)large * sizeof *all / 64 * 64 + 64);               \
    for (uint32_t i = 0; i < large; ++i) all[i] = (struct NAME){.value = i % 16, .count = i};       \
    double v[4] = {1e9, 1e9, 1e9, 1e9};                                                             \
    int cross = 0;                                                                                  \
    for (int i = 0; i < 64; ++i) {                                                                  \
      size_t from = i * sizeof *all + offsetof(struct NAME, value);                                 \
      cross += from / 64 != (from + 7) / 64;                                                        \
    }                                                                                               \
    for (int r = 0; r < RUNS; ++r)                                                                  \
      for (int k = 0; k < 4; ++k) {                                                                 \
        uint32_t n = k < 2 ? small : large;                                                         \
        for (uint32_t i = 0, x = 1; k % 2 && i < n; ++i, x = x * 1664525 + 1013904223) places[i] = (x >> 4) % n; \
        int passes = large / n / 4 + 1;                                                             \
        double ns = 0;                                                                              \
        for (int p = 0; p < passes; ++p) ns += sum_##NAME(all, n, k % 2);                           \
        if (ns / passes < v[k]) v[k] = ns / passes;                                                 \
      }                                                                                             \
    printf("%s   %5zu   %5zu   %2d of 64   %5.2f   %5.2f   %5.2f   %6.2f\n", says, sizeof *all,     \
           offsetof(struct NAME, value), cross, v[0], v[1], v[2], v[3]);                            \
    free(all);                                                                                      \
  }
SUM(as_written)
SUM(by_size)
SUM(packed)
SUM(own_line)

int main(void) {
  const uint32_t small = 1000, large = 2000000;
  pin(1);
  places = malloc(large * sizeof *places);
  printf("                                 value         %u records    %u records\n", small, large);
  printf("record        bytes      at   crosses    order  random   order   random\n");
  show_as_written("as written", small, large);
  show_by_size("by size   ", small, large);
  show_packed("packed    ", small, large);
  show_own_line("own line  ", small, large);
}
