/* TLB reach: a chain of loads through n pages, one line in each, against the same number of lines side by side. */
#include "common.h"

enum { ROUNDS = 7, LINE = 64, LOADS = 300000 };
#define MOST ((size_t)65536)

static uint64_t seed = 88172645463325252ull;

/* aligned and touched */
static char *pages_of(size_t bytes, int advice) {
  char *p = map(bytes + 2 * MIB, MAP_PRIVATE | MAP_ANONYMOUS, -1);
  p = (char *)(((uintptr_t)p + 2 * MIB - 1) / (2 * MIB) * (2 * MIB));
  madvise(p, bytes, advice);
  memset(p, 1, bytes);
  return p;
}

/* links n nodes at the offsets `at` into one cycle in random order */
static void link_up(char *p, uint32_t *at, uint32_t n) {
  for (uint32_t i = n - 1; i > 0; --i) {
    uint32_t j = below_of(&seed, i + 1), t = at[i];
    at[i] = at[j], at[j] = t;
  }
  for (uint32_t i = 0; i < n; ++i) {
    char *to = p + at[(i + 1) % n];
    memcpy(p + at[i], &to, sizeof to);
  }
}

static double chase(char *p) {
  double least = 0;
  for (int r = -1; r < ROUNDS; ++r) {
    double start = now_ns();
    for (int i = 0; i < LOADS; ++i) p = *(char *volatile *)p;
    if (r >= 0) keep_lower(&least, (now_ns() - start) / LOADS);
  }
  return least;
}

int main(void) {
  static uint32_t at[MOST];
  char *small = pages_of(MOST * PAGE, MADV_NOHUGEPAGE), *huge = pages_of(MOST * PAGE, MADV_HUGEPAGE);
  puts("lines    ns a load: packed    a page of 4 KiB each    the same, in pages of 2 MiB");
  for (uint32_t n = 16; n <= MOST; n *= 2) {
    double ns[3];
    for (int k = 0; k < 3; ++k) {
      /* another line of each page, or all nodes would share one set of the cache */
      for (uint32_t i = 0; i < n; ++i) at[i] = k ? PAGE * i + LINE * (i * 7 % 64) : LINE * i;
      char *p = k == 2 ? huge : small;
      link_up(p, at, n);
      ns[k] = chase(p + at[0]);
    }
    printf("%-8u %8.2f             %8.2f                %8.2f\n", n, ns[0], ns[1], ns[2]);
  }
}
