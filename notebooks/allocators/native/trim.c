/* What glibc holds when one block in 200 is left, and what malloc_trim gives back. */
#include "timing.h"
#include <malloc.h>

static void tell(const char *when) {
  struct mallinfo2 m = mallinfo2();
  printf("%-24s in use %3.0f MiB, free inside %3.0f MiB, in RAM %3.0f MiB\n", when, m.uordblks / 1048576., m.fordblks / 1048576., resident());
}

int main(void) {
  static void *at[1 << 20];
  uint64_t seed = 3, asked = 0;
  uint32_t count = 0;
  while (asked < 96 << 20) {
    uint32_t bytes = some_bytes(&seed);
    memset(at[count++] = malloc(bytes), 1, bytes);
    asked += bytes;
  }
  tell("full:");
  for (uint32_t i = 0; i < count; ++i)
    if (i % 200) free(at[i]);
  tell("one block in 200 left:");
  malloc_trim(0);
  tell("after malloc_trim(0):");
}
