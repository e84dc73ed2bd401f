/* Cycles an operation, in one dependency chain and in several that have nothing to do with each other.
   One chain shows the latency: each operation waits for the one before. Many show what the units can do. */
#include "clock.h"
#include <stdio.h>

#define TURNS 20000
#define OPS 48 /* in a turn of the loop, however many chains share them */

/* one function for each operation and number of chains: OPS operations in all. Every register begins with the address of a
   place that holds its own address, every number near one. */
#define CHAINS(name, k, text)                                                                       \
  static void name##_##k(void *m) {                                                                 \
    static const double near_one = 1.0000001, half = 0.5;                                           \
    __asm__ volatile("mov %0, %%r8\nmov %0, %%r9\nmov %0, %%r10\nmov %0, %%r11\n"                   \
                     "mov %0, %%r12\nmov %0, %%r13\nmov %0, %%r14\nmov %0, %%r15\n"                 \
                     "movsd %1, %%xmm15\nmovsd %2, %%xmm14\n"                                       \
                     "movsd %1, %%xmm0\nmovsd %1, %%xmm1\nmovsd %1, %%xmm2\nmovsd %1, %%xmm3\n"     \
                     "movsd %1, %%xmm4\nmovsd %1, %%xmm5\nmovsd %1, %%xmm6\nmovsd %1, %%xmm7\n"     \
                     "mov %3, %%ecx\n.balign 64\n1:\n.rept 48/" #k "\n" text ".endr\n"             \
                     "dec %%ecx\njnz 1b"                                                            \
                     : : "b"(m), "m"(near_one), "m"(half), "i"(TURNS)                               \
                     : "rcx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "xmm0", "xmm1", \
                       "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm14", "xmm15", "memory",  \
                       "cc");                                                                       \
  }
#define FOUR(name, op)                                                                         \
  CHAINS(name, 1, op(0))                                                                       \
  CHAINS(name, 2, op(0) op(1))                                                                 \
  CHAINS(name, 4, op(0) op(1) op(2) op(3))                                                     \
  CHAINS(name, 8, op(0) op(1) op(2) op(3) op(4) op(5) op(6) op(7))

#define R0 "%%r8"
#define R1 "%%r9"
#define R2 "%%r10"
#define R3 "%%r11"
#define R4 "%%r12"
#define R5 "%%r13"
#define R6 "%%r14"
#define R7 "%%r15"

#define ADD(i) "add $1, " R##i "\n"
#define IMUL(i) "imul $3, " R##i ", " R##i "\n"
#define LOAD(i) "mov (" R##i "), " R##i "\n"
#define ADDSD(i) "addsd %%xmm15, %%xmm" #i "\n"
#define MULSD(i) "mulsd %%xmm15, %%xmm" #i "\n"
#define FMA(i) "vfmadd213sd %%xmm14, %%xmm15, %%xmm" #i "\n"
#define DIVSD(i) "divsd %%xmm15, %%xmm" #i "\n"
#define SQRTSD(i) "sqrtsd %%xmm" #i ", %%xmm" #i "\n"

FOUR(add, ADD)
FOUR(imul, IMUL)
FOUR(load, LOAD)
FOUR(addsd, ADDSD)
FOUR(mulsd, MULSD)
FOUR(fma, FMA)
FOUR(divsd, DIVSD)
FOUR(sqrtsd, SQRTSD)

#define ROW(name) { #name, { name##_1, name##_2, name##_4, name##_8 } }
static const struct { const char *name; void (*run[4])(void *); } rows[] = {
    ROW(add), ROW(imul), ROW(load), ROW(addsd), ROW(mulsd), ROW(fma), ROW(divsd), ROW(sqrtsd)};

int main(void) {
  static void *self;
  self = &self;
  double ghz = clock_ghz();
  double best[8][4];
  for (int r = 0; r < RUNS; ++r)
    for (int row = 0; row < 8; ++row)
      for (int k = 0; k < 4; ++k) {
        double start = now_ns();
        rows[row].run[k](&self);
        double ns = (now_ns() - start) / TURNS / OPS;
        if (r == 0 || ns < best[row][k]) best[row][k] = ns;
      }
  printf("clock %.2f GHz\n\ncycles an operation (lowest of %d passes)\nchains       1      2      4      8\n", ghz, RUNS);
  for (int row = 0; row < 8; ++row) {
    printf("%-7s", rows[row].name);
    for (int k = 0; k < 4; ++k) printf(" %6.2f", best[row][k] * ghz);
    printf("\n");
  }
  return 0;
}
