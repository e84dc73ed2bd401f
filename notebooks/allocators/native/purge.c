/* Memory in RAM (RSS) while a program frees nearly all that it has.
     ./purge      what is left is spread over the whole heap: one block in 200
   Blocks of 16 to 1,023 bytes, 96 MiB together, each written to. A second passes after the frees, in which the program goes
   on asking for small blocks and freeing them. */
#include "timing.h"

enum { MIB = 96 };

static void **at;
static uint32_t count;

static void pass(double seconds) {
  uint64_t seed = 9;
  for (double end = now_ns() + seconds * 1e9; now_ns() < end; usleep(1000))
    for (int i = 0; i < 20; ++i) {
      volatile char *p = malloc(some_bytes(&seed));
      *p = 1;
      free((void *)p);
    }
}

int main(void) {
  uint64_t seed = 3, asked = 0, left = 0;
  at = calloc(1 << 20, sizeof *at);
  memset(at, 1, (1 << 20) * sizeof *at); /* its own pages are there from the beginning */
  double before = resident();
  while (asked < (uint64_t)MIB << 20) {
    uint32_t bytes = some_bytes(&seed);
    memset(at[count++] = malloc(bytes), 1, bytes);
    asked += bytes;
  }
  printf("asked for %3d MiB: %3.0f MiB in RAM", MIB, resident() - before);
  for (uint32_t i = 0; i < count; ++i)
    if (i % 200) free(at[i]);
    else ++left;
  printf(";  one block in 200 left: %3.0f", resident() - before);
  pass(1);
  printf(";  a second later: %3.0f", resident() - before);
  for (uint32_t i = 0; i < count; i += 200) free(at[i]);
  pass(1);
  printf(";  none left: %3.0f\n", resident() - before);
}
