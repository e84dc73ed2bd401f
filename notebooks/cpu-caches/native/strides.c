/* Independent loads at one distance: what a load costs when its address is known long before. First far more lines than any
   cache has; then a fixed number of lines, over and over, which differ only in the distance between them. */
#include "timing.h"

enum { ROUNDS = 9, BYTES = 64 << 20 };

/* every `stride` bytes of the first `bytes`; -O1 keeps one load an iteration */
__attribute__((noipa)) static uint32_t walk(const char *p, size_t bytes, size_t stride) {
  uint32_t sum = 0;
  for (size_t at = 0; at < bytes; at += stride) sum += *(const uint32_t *)(p + at);
  return sum;
}

static double time_walk(const char *p, size_t bytes, size_t stride, int passes) {
  volatile uint32_t sink;
  double start = now_ns();
  for (int i = 0; i < passes; ++i) sink = walk(p, bytes, stride);
  (void)sink;
  return (now_ns() - start) / passes / ((bytes + stride - 1) / stride);
}

int main(void) {
  static const size_t strides[] = {4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096};
  static const size_t ints[] = {240, 248, 252, 255, 256, 257, 260, 264, 272};
  static const size_t apart[] = {64, 4160, 4096, 8256, 8192};
  enum { STRIDES = sizeof strides / sizeof *strides, INTS = sizeof ints / sizeof *ints, APART = sizeof apart / sizeof *apart };
  enum { LOADS = 8192, LINES = 2048 };
  double far[STRIDES] = {0}, near[INTS] = {0}, lines[APART] = {0};
  const char *p = pages(BYTES, 0);
  for (int r = -1; r < ROUNDS; ++r) {
    for (int s = 0; s < STRIDES; ++s) {
      double ns = time_walk(p, BYTES, strides[s], 1);
      if (r >= 0) keep_lower(&far[s], ns);
    }
    for (int s = 0; s < INTS; ++s) {
      double ns = time_walk(p, 4 * ints[s] * LOADS, 4 * ints[s], 100);
      if (r >= 0) keep_lower(&near[s], ns);
    }
    for (int s = 0; s < APART; ++s) {
      double ns = time_walk(p, apart[s] * LINES, apart[s], 400);
      if (r >= 0) keep_lower(&lines[s], ns);
    }
  }
  puts("64 MiB, one number in every …\nbytes    ns a load");
  for (int s = 0; s < STRIDES; ++s) printf("%-8zu %.2f\n", strides[s], far[s]);
  printf("%d loads, one of so many numbers of 4 bytes\nnumbers  ns a load\n", LOADS);
  for (int s = 0; s < INTS; ++s) printf("%-8zu %.2f\n", ints[s], near[s]);
  printf("%d loads, one in every …\nbytes    ns a load\n", LINES);
  for (int s = 0; s < APART; ++s) printf("%-8zu %.2f\n", apart[s], lines[s]);
}
