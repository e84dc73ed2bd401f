/* Anonymous memory: what the first touch of a page costs, by kind of touch and by how the pages were asked for. */
#include "common.h"
#include <pthread.h>

enum { ROUNDS = 9 };
#define BYTES (64 * MIB)
#define PAGES (BYTES / PAGE)
#define HUGE (2 * MIB)

static volatile char sink;

__attribute__((noipa)) static void write_each(char *p, size_t bytes, size_t stride) {
  for (size_t at = 0; at < bytes; at += stride) p[at] = 1;
}

__attribute__((noipa)) static void read_each(char *p, size_t bytes, size_t stride) {
  char sum = 0;
  for (size_t at = 0; at < bytes; at += stride) sum += *(volatile char *)(p + at);
  sink = sum;
}

/* aligned to 2 MiB, since only such pieces can become huge pages */
static char *fresh(int advice) {
  char *p = map(BYTES + HUGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
  uintptr_t at = ((uintptr_t)p + HUGE - 1) / HUGE * HUGE;
  need(madvise((void *)at, BYTES, advice) == 0, "madvise");
  return (char *)at;
}

enum { WRITE, AGAIN, READ, AFTER_READ, POPULATE, ADVISE, HUGE_WRITE, HUGE_AGAIN, BACK, CASES };
static const char *names[CASES] = {
    "write one byte, first touch",  "the same again",         "read one byte, first touch",
    "then write it",                "mmap with MAP_POPULATE", "madvise MADV_POPULATE_WRITE",
    "first touch, MADV_HUGEPAGE",   "the same again",         "madvise MADV_DONTNEED gives it back"};

static double ns[CASES];
static long faults[CASES];

#define TIME(which, what)                                                         \
  do {                                                                            \
    long before = minor_faults();                                                 \
    double start = now_ns();                                                      \
    what;                                                                         \
    if (round >= 0) keep_lower(&ns[which], (now_ns() - start) / PAGES);           \
    faults[which] = minor_faults() - before;                                      \
  } while (0)

struct half {
  char *p;
  int core;
};
static pthread_barrier_t start_line;

static void *touch_half(void *arg) {
  struct half *h = arg;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(h->core, &set);
  pthread_setaffinity_np(pthread_self(), sizeof set, &set);
  pthread_barrier_wait(&start_line);
  write_each(h->p, BYTES, PAGE);
  return 0;
}

/* each of `threads` threads touches 64 MiB of its own; ns from the start of all to the end of all, over pages of one */
static double side_by_side(int threads, int huge) {
  struct half halves[2];
  pthread_t ids[2];
  pthread_barrier_init(&start_line, 0, threads + 1);
  for (int t = 0; t < threads; ++t) {
    halves[t] = (struct half){fresh(huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE), t};
    need(pthread_create(&ids[t], 0, touch_half, &halves[t]) == 0, "pthread_create");
  }
  pthread_barrier_wait(&start_line);
  double start = now_ns();
  for (int t = 0; t < threads; ++t) pthread_join(ids[t], 0);
  double took = now_ns() - start;
  for (int t = 0; t < threads; ++t) munmap(halves[t].p, BYTES);
  return took / PAGES;
}

int main(void) {
  enum { STRIDES = 9 };
  static const size_t strides[STRIDES] = {64, 256, 1024, 2048, 4096, 8192, 16384, 65536, 262144};
  double clear = 0, by_stride[STRIDES][2] = {{0}};
  for (int round = -1; round < ROUNDS; ++round) {
    char *p = fresh(MADV_NOHUGEPAGE);
    TIME(WRITE, write_each(p, BYTES, PAGE));
    TIME(AGAIN, write_each(p, BYTES, PAGE));
    double start = now_ns();
    memset(p, round + 2, BYTES);
    if (round >= 0) keep_lower(&clear, (now_ns() - start) / PAGES);
    TIME(BACK, madvise(p, BYTES, MADV_DONTNEED));
    TIME(READ, read_each(p, BYTES, PAGE));
    TIME(AFTER_READ, write_each(p, BYTES, PAGE));
    munmap(p, BYTES);
    p = fresh(MADV_NOHUGEPAGE);
    TIME(ADVISE, madvise(p, BYTES, MADV_POPULATE_WRITE));
    munmap(p, BYTES);
    TIME(POPULATE, p = map(BYTES, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1));
    munmap(p, BYTES);
    p = fresh(MADV_HUGEPAGE);
    TIME(HUGE_WRITE, write_each(p, BYTES, PAGE));
    TIME(HUGE_AGAIN, write_each(p, BYTES, PAGE));
    munmap(p, BYTES);
    for (int s = 0; s < STRIDES; ++s) {
      p = fresh(MADV_NOHUGEPAGE);
      for (int again = 0; again < 2; ++again) {
        start = now_ns();
        write_each(p, BYTES, strides[s]);
        if (round >= 0) keep_lower(&by_stride[s][again], (now_ns() - start) / 1e6);
      }
      munmap(p, BYTES);
    }
  }
  printf("%zu pages of 4 KiB                      ns a page    faults\n", PAGES);
  for (int c = 0; c < CASES; ++c) printf("%-40s %7.1f    %6ld\n", names[c], ns[c], faults[c]);
  printf("%-40s %7.1f\n", "memset of pages that are there", clear);

  puts("one byte in every …, 64 MiB    ms, first touch    again");
  for (int s = 0; s < STRIDES; ++s) printf("%-30zu %7.2f          %7.3f\n", strides[s], by_stride[s][0], by_stride[s][1]);

  double threads[2][2] = {{0}};
  for (int round = 0; round < ROUNDS; ++round)
    for (int huge = 0; huge < 2; ++huge)
      for (int n = 1; n <= 2; ++n) keep_lower(&threads[huge][n - 1], side_by_side(n, huge));
  puts("threads, 64 MiB each    ns a page of one thread, 4 KiB pages    MADV_HUGEPAGE");
  for (int n = 1; n <= 2; ++n) printf("%-23d %7.1f                                 %7.1f\n", n, threads[0][n - 1], threads[1][n - 1]);
}
