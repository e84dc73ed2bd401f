/* One file, read in order and at random, by read, by mmap and past the page cache (O_DIRECT), warm and cold. "Cold" is cold for this
   system: its page cache has been told to forget the file (posix_fadvise), which mincore confirms. What lies below, the host of a virtual
   machine or the disk itself, may still remember it. */
#include "common.h"
#include <pthread.h>

#define FILE_BYTES (128 * MIB)
enum { BLOCKS = FILE_BYTES / PAGE, MOST_THREADS = 32 };

static int fd, direct_fd;

/* every byte is 1: what was read must add up */
__attribute__((noipa)) static uint64_t sum_of(const char *p, size_t bytes) {
  const uint64_t *words = (const uint64_t *)p;
  uint64_t sum = 0;
  for (size_t i = 0; i < bytes / 8; ++i) sum += words[i];
  return sum;
}
#define SUM_OF_BLOCK (PAGE / 8 * 0x0101010101010101ull)

static void forget(void) { need(posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED) == 0, "posix_fadvise"); }

/* share of the file in the page cache */
static double resident(void) {
  static unsigned char in[BLOCKS];
  char *p = mmap(0, FILE_BYTES, PROT_READ, MAP_SHARED, fd, 0);
  need(mincore(p, FILE_BYTES, in) == 0, "mincore");
  munmap(p, FILE_BYTES);
  long n = 0;
  for (int i = 0; i < BLOCKS; ++i) n += in[i] & 1;
  return (double)n / BLOCKS;
}

/* ---- in order ---- */

static uint64_t by_read(int from, size_t size) {
  static char buffer[MIB] __attribute__((aligned(4096)));
  uint64_t sum = 0;
  for (size_t at = 0; at < FILE_BYTES; at += size) {
    need(pread(from, buffer, size, at) == (ssize_t)size, "pread");
    sum += sum_of(buffer, size);
  }
  return sum;
}

static uint64_t by_map(int flags, int advice) {
  char *p = mmap(0, FILE_BYTES, PROT_READ, MAP_SHARED | flags, fd, 0);
  need(p != MAP_FAILED, "mmap");
  if (advice >= 0) need(madvise(p, FILE_BYTES, advice) == 0, "madvise");
  uint64_t sum = sum_of(p, FILE_BYTES);
  munmap(p, FILE_BYTES);
  return sum;
}

static uint64_t case_read_4k(void) { return by_read(fd, 4096); }
static uint64_t case_read_64k(void) { return by_read(fd, 65536); }
static uint64_t case_read_1m(void) { return by_read(fd, MIB); }
static uint64_t case_map(void) { return by_map(0, -1); }
static uint64_t case_map_sequential(void) { return by_map(0, MADV_SEQUENTIAL); }
static uint64_t case_map_random(void) { return by_map(0, MADV_RANDOM); }
static uint64_t case_map_populate(void) { return by_map(MAP_POPULATE, -1); }
static uint64_t case_direct_4k(void) { return by_read(direct_fd, 4096); }
static uint64_t case_direct_64k(void) { return by_read(direct_fd, 65536); }
static uint64_t case_direct_1m(void) { return by_read(direct_fd, MIB); }

static const struct {
  const char *name;
  uint64_t (*run)(void);
  int slow;
} in_order[] = {
    {"read, 4 KiB a call", case_read_4k, 0},      {"read, 64 KiB a call", case_read_64k, 0},
    {"read, 1 MiB a call", case_read_1m, 0},      {"mmap", case_map, 0},
    {"mmap, MADV_SEQUENTIAL", case_map_sequential, 0}, {"mmap, MADV_RANDOM", case_map_random, 1},
    {"mmap, MAP_POPULATE", case_map_populate, 0}, {"O_DIRECT, 4 KiB a call", case_direct_4k, 1},
    {"O_DIRECT, 64 KiB a call", case_direct_64k, 1}, {"O_DIRECT, 1 MiB a call", case_direct_1m, 0},
};

static int by_size(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

/* warm: the highest of 3 rounds; cold: the middle one, then the lowest and the highest; slow cases have one round */
static void read_in_order(void) {
  puts("128 MiB in order           warm: GB/s  minor faults    cold: GB/s  minor  major    (GB/s, from to)");
  for (unsigned c = 0; c < sizeof in_order / sizeof *in_order; ++c) {
    double gbs[2][3];
    int rounds = in_order[c].slow ? 1 : 3;
    long minor[2] = {0}, major[2] = {0};
    for (int cold = 0; cold < 2; ++cold)
      for (int round = 0; round < rounds; ++round) {
        if (cold) forget();
        else by_read(fd, MIB);
        long before = minor_faults(), before_major = major_faults();
        double start = now_ns();
        uint64_t sum = in_order[c].run();
        gbs[cold][round] = FILE_BYTES / (now_ns() - start);
        minor[cold] = minor_faults() - before, major[cold] = major_faults() - before_major;
        need(sum == SUM_OF_BLOCK * BLOCKS, "sum");
      }
    for (int cold = 0; cold < 2; ++cold) qsort(gbs[cold], rounds, sizeof(double), by_size);
    printf("%-26s %6.2f %15ld    %7.2f %9ld %6ld    (%.2f to %.2f)\n", in_order[c].name, gbs[0][rounds - 1], minor[0], gbs[1][rounds / 2], minor[1],
           major[1], gbs[1][0], gbs[1][rounds - 1]);
  }
}

/* ---- at random ---- */

enum way { PREAD, DIRECT, MAP, MAP_RANDOM, WAYS };
static const char *ways[WAYS] = {"pread", "O_DIRECT", "mmap", "mmap, MADV_RANDOM"};

struct job {
  enum way way;
  char *p;
  uint32_t *blocks;
  int count;
};

static void *read_blocks(void *arg) {
  struct job *job = arg;
  char *buffer = aligned_alloc(PAGE, PAGE);
  uint64_t sum = 0;
  for (int i = 0; i < job->count; ++i) {
    const char *at = job->p + (size_t)job->blocks[i] * PAGE;
    if (job->way == PREAD || job->way == DIRECT) {
      need(pread(job->way == DIRECT ? direct_fd : fd, buffer, PAGE, (off_t)job->blocks[i] * PAGE) == PAGE, "pread");
      at = buffer;
    }
    sum += sum_of(at, PAGE);
  }
  need(sum == SUM_OF_BLOCK * job->count, "sum");
  free(buffer);
  return 0;
}

/* us of one of `count` blocks, no two the same, dealt to the threads; *faults: minor and major */
static double read_at_random(enum way way, int threads, int count, int cold, long *minor, long *major, double *held) {
  static uint32_t order[BLOCKS];
  static uint64_t seed = 88172645463325252ull;
  for (uint32_t i = 0; i < BLOCKS; ++i) order[i] = i;
  for (uint32_t i = BLOCKS - 1; i > 0; --i) {
    uint32_t j = below_of(&seed, i + 1), t = order[i];
    order[i] = order[j], order[j] = t;
  }
  if (cold) forget();
  else by_read(fd, MIB);
  char *p = mmap(0, FILE_BYTES, PROT_READ, MAP_SHARED, fd, 0);
  if (way == MAP_RANDOM) need(madvise(p, FILE_BYTES, MADV_RANDOM) == 0, "madvise");
  struct job jobs[MOST_THREADS];
  pthread_t ids[MOST_THREADS];
  long before = minor_faults(), before_major = major_faults();
  double start = now_ns();
  for (int t = 0; t < threads; ++t) {
    jobs[t] = (struct job){way, p, order + t * (count / threads), count / threads};
    need(pthread_create(&ids[t], 0, read_blocks, &jobs[t]) == 0, "pthread_create");
  }
  for (int t = 0; t < threads; ++t) pthread_join(ids[t], 0);
  double us = (now_ns() - start) / 1e3 / count;
  *minor = minor_faults() - before, *major = major_faults() - before_major;
  munmap(p, FILE_BYTES);
  *held = resident();
  return us;
}

int main(void) {
  fd = nameless_file(FILE_BYTES);
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  direct_fd = open(path, O_RDONLY | O_DIRECT);
  need(direct_fd >= 0, "open with O_DIRECT");
  forget();
  printf("in the page cache after posix_fadvise: %.1f %%\n", 100 * resident());
  read_in_order();

  puts("\nblocks of 4 KiB at random, us a block");
  for (int cold = 0; cold < 2; ++cold) {
    static const int warm_threads[] = {1, 2, 4}, cold_threads[] = {1, 2, 4, 8, 16, 32};
    const int *threads = cold ? cold_threads : warm_threads;
    int n = cold ? 6 : 3, count = cold ? 4096 : 32768;
    printf("%s, %d of %d blocks, by threads\n%-20s", cold ? "cold" : "warm", count, BLOCKS, "");
    for (int i = 0; i < n; ++i) printf("%8d", threads[i]);
    puts(cold ? "      faults with one: minor, major    file in the cache afterwards" : "      minor faults with one");
    for (int way = 0; way < WAYS; ++way) {
      printf("%-20s", ways[way]);
      long minor1 = 0, major1 = 0;
      double held1 = 0;
      for (int i = 0; i < n; ++i) {
        double least = 0, held;
        long minor, major;
        for (int round = 0; round < 3; ++round)
          if (!(way == DIRECT && !cold && round)) {
            keep_lower(&least, read_at_random(way, threads[i], count, cold, &minor, &major, &held));
            if (i == 0) minor1 = minor, major1 = major, held1 = held;
          }
        printf("%8.2f", least);
      }
      if (cold) printf("%22ld %6ld %24.0f %%\n", minor1, major1, 100 * held1);
      else printf("%12ld\n", minor1);
    }
  }
}
