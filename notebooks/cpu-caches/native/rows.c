/* The sum of a square matrix of 32-bit numbers, row by row and column by column, on pages of 4 KiB and of 2 MiB.
     ./rows                 table: ns an element
     ./rows row|column n    ten sums of that order, for a tool to watch */
#include "timing.h"

enum { ROUNDS = 9 };

__attribute__((noipa)) static int32_t by_rows(const int32_t *a, int n, int pitch) {
  int32_t sum = 0;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) sum += a[(size_t)i * pitch + j];
  return sum;
}

__attribute__((noipa)) static int32_t by_columns(const int32_t *a, int n, int pitch) {
  int32_t sum = 0;
  for (int j = 0; j < n; ++j)
    for (int i = 0; i < n; ++i) sum += a[(size_t)i * pitch + j];
  return sum;
}

int main(int argc, char **argv) {
  static const int shapes[][2] = {{1000, 1000}, {1024, 1024}, {2000, 2000}, {2048, 2048}, {2048, 2049}, {2048, 2064}};
  enum { SHAPES = sizeof shapes / sizeof *shapes };
  double ns[SHAPES][4] = {0};
  const int32_t *small = (int32_t *)pages(20 << 20, 0), *huge = (int32_t *)pages(20 << 20, 1);
  volatile int32_t sink;
  if (argc > 2) {
    for (int r = 0; r < 10; ++r) sink = (*argv[1] == 'r' ? by_rows : by_columns)(small, atoi(argv[2]), atoi(argv[2]));
    return 0;
  }
  for (int r = -1; r < ROUNDS; ++r)
    for (int s = 0; s < SHAPES; ++s)
      for (int c = 0; c < 4; ++c) {
        int n = shapes[s][0];
        double start = now_ns();
        sink = (c & 1 ? by_columns : by_rows)(c & 2 ? huge : small, n, shapes[s][1]);
        if (r >= 0) keep_lower(&ns[s][c], (now_ns() - start) / n / n);
      }
  (void)sink;
  puts("ns an element          pages of 4 KiB    pages of 2 MiB\nn     bytes in a row   row     column    row     column");
  for (int s = 0; s < SHAPES; ++s)
    printf("%-5d %-15d  %5.2f   %5.2f     %5.2f   %5.2f\n", shapes[s][0], 4 * shapes[s][1], ns[s][0], ns[s][1], ns[s][2],
           ns[s][3]);
}
