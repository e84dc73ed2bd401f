/* Timing, seeded numbers, counts of page faults and a file without a name, for the programs of this folder. A neighbour of a
   virtual machine can only slow a run down. So every case runs in several rounds and its lowest time is kept, unless said otherwise. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PAGE = 4096 };
#define MIB ((size_t)1 << 20)
#define UNUSED __attribute__((unused))

UNUSED static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

UNUSED static void keep_lower(double *least, double x) {
  if (*least == 0 || x < *least) *least = x;
}

UNUSED static void need(int true_, const char *what) {
  if (!true_) perror(what), exit(1);
}

/* xorshift64*, seeded: the same data on every machine */
UNUSED static uint32_t below_of(uint64_t *seed, uint32_t n) {
  *seed ^= *seed >> 12, *seed ^= *seed << 25, *seed ^= *seed >> 27;
  return (uint64_t)(uint32_t)((*seed * 2685821657736338717ull) >> 32) * n >> 32;
}

UNUSED static long minor_faults(void) {
  struct rusage u;
  getrusage(RUSAGE_SELF, &u);
  return u.ru_minflt;
}

UNUSED static long major_faults(void) {
  struct rusage u;
  getrusage(RUSAGE_SELF, &u);
  return u.ru_majflt;
}

UNUSED static char *map(size_t bytes, int flags, int fd) {
  char *p = mmap(0, bytes, PROT_READ | PROT_WRITE, flags, fd, 0);
  need(p != MAP_FAILED, "mmap");
  return p;
}

/* a file of `bytes` in the current folder that has no name and is gone when the program ends */
UNUSED static int nameless_file(size_t bytes) {
  int fd = open(".", O_TMPFILE | O_RDWR, 0600);
  need(fd >= 0, "open");
  static char block[1 << 20];
  memset(block, 1, sizeof block);
  for (size_t at = 0; at < bytes; at += sizeof block) {
    size_t n = bytes - at < sizeof block ? bytes - at : sizeof block;
    need(pwrite(fd, block, n, at) == (ssize_t)n, "pwrite");
  }
  need(fsync(fd) == 0, "fsync");
  return fd;
}
