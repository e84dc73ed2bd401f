/* Twenty times 64 MiB, one byte in each page of 4 KiB, for a profiler to look at. */
#include "common.h"

int main(void) {
  for (int i = 0; i < 20; ++i) {
    char *p = map(64 * MIB, MAP_PRIVATE | MAP_ANONYMOUS, -1);
    madvise(p, 64 * MIB, MADV_NOHUGEPAGE);
    for (size_t at = 0; at < 64 * MIB; at += PAGE) p[at] = 1;
    munmap(p, 64 * MIB);
  }
  printf("%ld minor faults\n", minor_faults());
}
