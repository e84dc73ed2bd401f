/* Dependent loads: each address is the value of the load before. The same lines in other orders, the same number of
   lines in more pages, and pointers that lie across two lines. */
#include "timing.h"

enum { ROUNDS = 7, LINE = 64, PAGE = 4096 };

/* `next[i]` is the byte offset of a node; links nodes into one cycle in the order of the list */
static void link_up(char *p, const uint32_t *next, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    char *to = p + next[(i + 1) % n];
    memcpy(p + next[i], &to, sizeof to);
  }
}

static void shuffle(uint32_t *v, uint32_t n) {
  for (uint32_t i = n - 1; i > 0; --i) {
    uint32_t j = below(i + 1), t = v[i];
    v[i] = v[j], v[j] = t;
  }
}

__attribute__((noipa)) static char *chase(char *p, int loads) {
  for (int i = 0; i < loads; ++i) p = *(char *volatile *)p;
  return p;
}

static double time_chase(char *p, int loads) {
  double least = 0;
  for (int r = -1; r < ROUNDS; ++r) {
    double start = now_ns();
    p = chase(p, loads);
    if (r >= 0) keep_lower(&least, (now_ns() - start) / loads);
  }
  return least;
}

int main(void) {
  enum { BIG = 32 << 20, LINES = BIG / LINE, PER_PAGE = PAGE / LINE };
  static uint32_t order[LINES];
  char *memory[2] = {pages(BIG, 0), pages(BIG, 1)};

  puts("every line of 32 MiB    ns a load, pages of 4 KiB    of 2 MiB");
  static const char *names[] = {"forwards", "backwards", "shuffled in pages", "shuffled"};
  for (int o = 0; o < 4; ++o) {
    for (uint32_t i = 0; i < LINES; ++i) order[i] = LINE * (o == 1 ? LINES - 1 - i : i);
    if (o == 2)
      for (uint32_t i = 0; i < LINES; i += PER_PAGE) shuffle(order + i, PER_PAGE);
    if (o == 3) shuffle(order, LINES);
    double ns[2];
    for (int h = 0; h < 2; ++h) link_up(memory[h], order, LINES), ns[h] = time_chase(memory[h] + order[0], LINES);
    printf("%-23s %7.2f                      %7.2f\n", names[o], ns[0], ns[1]);
  }

  puts("lines, shuffled   packed    one in each page of 4 KiB    of which 512 are one page of 2 MiB");
  static const uint32_t counts[] = {16, 64, 128, 512, 1024, 2048, 4096, 8192};
  for (unsigned c = 0; c < sizeof counts / sizeof *counts; ++c) {
    uint32_t n = counts[c];
    double ns[3];
    for (int k = 0; k < 3; ++k) {
      /* another line of each page, or all nodes would share one set */
      for (uint32_t i = 0; i < n; ++i) order[i] = k ? PAGE * i + LINE * (i % PER_PAGE) : LINE * i;
      shuffle(order, n);
      char *p = memory[k == 2];
      link_up(p, order, n);
      ns[k] = time_chase(p + order[0], 200000);
    }
    printf("%-17u %6.2f    %6.2f                       %6.2f\n", n, ns[0], ns[1], ns[2]);
  }

  puts("16 pointers in L1, each …               ns a load");
  static const struct { const char *name; uint32_t step, from; } places[] = {
      {"within a line", 192, 0}, {"across two lines", 192, 60}, {"across two pages", PAGE, PAGE - 4}};
  for (int c = 0; c < 3; ++c) {
    for (uint32_t i = 0; i < 16; ++i) order[i] = places[c].from + places[c].step * i;
    link_up(memory[0], order, 16);
    printf("%-39s %.2f\n", places[c].name, time_chase(memory[0] + order[0], 4000000));
  }

  puts("n lines at one distance, shuffled, ns a load\nlines    4096 bytes    4160 bytes");
  for (uint32_t n = 4; n <= 16; n += n < 8 ? 2 : n < 10 ? 1 : 2) {
    double ns[2];
    for (int k = 0; k < 2; ++k) {
      for (uint32_t i = 0; i < n; ++i) order[i] = (k ? PAGE + LINE : PAGE) * i;
      shuffle(order, n);
      link_up(memory[0], order, n);
      ns[k] = time_chase(memory[0] + order[0], 2000000);
    }
    printf("%-8u %.2f          %.2f\n", n, ns[0], ns[1]);
  }
}
