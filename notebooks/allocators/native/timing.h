/* Timing and chance shared by the programs of this folder. A run that shares its machine can only be slowed down, so each
   case is measured several times, and the lowest time counts. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

__attribute__((unused)) static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* xorshift64*, seeded: the same requests on every machine */
__attribute__((unused)) static uint32_t below(uint64_t *seed, uint32_t n) {
  *seed ^= *seed >> 12, *seed ^= *seed << 25, *seed ^= *seed >> 27;
  return (uint64_t)(uint32_t)((*seed * 2685821657736338717ull) >> 32) * n >> 32;
}

/* 16 to 1,023 bytes, as many between 16 and 32 as between 512 and 1,024 */
__attribute__((unused)) static uint32_t some_bytes(uint64_t *seed) {
  uint32_t octave = 16u << below(seed, 6);
  return octave + below(seed, octave);
}

/* memory of this process that is in RAM, in MiB */
__attribute__((unused)) static double resident(void) {
  long pages = 0;
  char line[128] = "";
  FILE *f = fopen("/proc/self/statm", "r");
  if (f && fgets(line, sizeof line, f)) sscanf(line, "%*d %ld", &pages);
  if (f) fclose(f);
  return pages * 4096. / (1 << 20);
}
