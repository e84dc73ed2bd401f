/* Where a buffer can come from, by its size: ns for each use. `./places small` or `./places large`.
     stack    an array of the function
     reused   one buffer, allocated before
     fresh    new before each use, delete after it
   Every use writes the first byte of each 64, as a user of a buffer would at least. */
#include "common.h"
#include <algorithm>
#include <alloca.h>
#include <cstring>
#include <vector>

__attribute__((noinline)) static void use(char *p, size_t bytes) {
  for (size_t i = 0; i < bytes; i += 64) p[i] = (char)i;
  keep(*p);
}

__attribute__((noinline)) static void on_stack(size_t bytes) { use((char *)alloca(bytes), bytes); }

__attribute__((noinline)) static void fresh(size_t bytes) {
  char *p = (char *)operator new(bytes);
  use(p, bytes);
  operator delete(p);
}

/* new and delete when thousands of others are alive, in no order: the list of free blocks is no longer hot */
static double among_others(size_t bytes) {
  const int alive = 100000;
  std::vector<char *> blocks(alive);
  std::vector<uint32_t> order(1 << 20);
  for (auto &i : order) i = below(alive);
  for (auto &p : blocks) p = (char *)operator new(bytes);
  cost c = measure(5, 1, [&] {
    for (uint32_t i : order) {
      operator delete(blocks[i]);
      use(blocks[i] = (char *)operator new(bytes), bytes);
    }
  });
  for (char *p : blocks) operator delete(p);
  return c.ns / order.size();
}

static char *const buffer = (char *)malloc(1 << 20);

static void row(size_t bytes, int calls, bool others) {
  cost stack, reused, made;
  stack.ns = reused.ns = made.ns = 1e30;
  for (int round = 0; round < 9; ++round) { /* round after round, so that a disturbance hits all three */
    stack.ns = std::min(stack.ns, measure(5, calls, [&] { on_stack(bytes); }).ns);
    reused.ns = std::min(reused.ns, measure(5, calls, [&] { use(buffer, bytes); }).ns);
    made.ns = std::min(made.ns, measure(5, calls, [&] { fresh(bytes); }).ns);
  }
  printf("%7zu  %7.1f  %7.1f  %7.1f", bytes, stack.ns, reused.ns, made.ns);
  if (others) printf("  %26.1f", among_others(bytes));
  printf("\n");
}

int main(int argc, char **argv) {
  bool small = argc > 1 && !strcmp(argv[1], "small");
  memset(buffer, 1, 1 << 20);
  printf("  bytes    stack   reused    fresh%s\n", small ? "  fresh among 100,000 others" : "");
  if (small)
    for (size_t bytes : {16, 64, 256, 1024, 4096}) row(bytes, 20000, bytes <= 256);
  else
    for (size_t bytes : {16384, 65536, 131072, 262144, 1048576}) row(bytes, 100, false);
}
