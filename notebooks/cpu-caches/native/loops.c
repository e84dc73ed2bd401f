/* Loops for Valgrind to watch. Their data lies in one array that begins at a multiple of 1 MiB and is used by nothing else,
   and the lines of source that touch it touch nothing else.
     ./loops row|column n pitch          sum of n rows of n 32-bit numbers, `pitch` numbers from row to row
     ./loops every loads stride passes   one 32-bit number in `stride`
     ./loops naive|blocked               c += a b, N x N numbers of 64 bits; blocks of BLOCK columns and steps */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef N
#define N 128
#define BLOCK 16
#endif

__attribute__((noipa)) static int32_t by_rows(const int32_t *a, int n, int pitch) {
  int32_t sum = 0;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      sum += a[i * pitch + j];
  return sum;
}

__attribute__((noipa)) static int32_t by_columns(const int32_t *a, int n, int pitch) {
  int32_t sum = 0;
  for (int j = 0; j < n; ++j)
    for (int i = 0; i < n; ++i)
      sum += a[i * pitch + j];
  return sum;
}

__attribute__((noipa)) static int32_t every(const int32_t *a, int loads, int stride, int passes) {
  int32_t sum = 0;
  for (int pass = 0; pass < passes; ++pass)
    for (int i = 0; i < loads; ++i)
      sum += a[i * stride];
  return sum;
}

/* sizes that the compiler knows, so that it needs no memory for them */
__attribute__((always_inline)) static inline void product(double *m, const int block) {
  double *a = m, *b = m + N * N, *c = m + 2 * N * N;
  for (int kk = 0; kk < N; kk += block)
    for (int jj = 0; jj < N; jj += block)
      for (int i = 0; i < N; ++i)
        for (int j = jj; j < jj + block; ++j) {
          double sum = c[i * N + j];
          for (int k = kk; k < kk + block; ++k)
            sum += b[k * N + j] * a[i * N + k];
          c[i * N + j] = sum;
        }
}

__attribute__((noipa)) static void naive(double *m) { product(m, N); }
__attribute__((noipa)) static void blocked(double *m) { product(m, BLOCK); }

int main(int argc, char **argv) {
  int x = argc > 2 ? atoi(argv[2]) : 0, y = argc > 3 ? atoi(argv[3]) : 0, z = argc > 4 ? atoi(argv[4]) : 0;
  const char *loop = argc > 1 ? argv[1] : "";
  void *memory = aligned_alloc(1 << 20, 32 << 20); /* so large that no page of it is touched before the loop */
  volatile int32_t sink = 0;
  if (!memory) return 1;
  if (!strcmp(loop, "row")) sink = by_rows(memory, x, y);
  if (!strcmp(loop, "column")) sink = by_columns(memory, x, y);
  if (!strcmp(loop, "every")) sink = every(memory, x, y, z);
  if (!strcmp(loop, "naive")) naive(memory);
  if (!strcmp(loop, "blocked")) blocked(memory);
  (void)sink;
  printf("%08lx\n", (unsigned long)memory);
}
