/* One pass over a warm file of 128 MiB, for tools to look at: ./scan read, map, populate. */
#include "common.h"

#define BYTES (128 * MIB)

int main(int argc, char **argv) {
  const char *how = argc > 1 ? argv[1] : "read";
  int fd = nameless_file(BYTES);
  uint64_t sum = 0;
  if (strcmp(how, "read") == 0) {
    static uint64_t buffer[8192];
    for (ssize_t n, at = 0; (n = pread(fd, buffer, sizeof buffer, at)) > 0; at += n)
      for (ssize_t i = 0; i < n / 8; ++i) sum += buffer[i];
  } else {
    uint64_t *p = mmap(0, BYTES, PROT_READ, MAP_SHARED | (strcmp(how, "populate") ? 0 : MAP_POPULATE), fd, 0);
    need(p != MAP_FAILED, "mmap");
    for (size_t i = 0; i < BYTES / 8; ++i) sum += p[i];
  }
  need(sum == BYTES / 8 * 0x0101010101010101ull, "sum");
  printf("%s: the sum is right\n", how);
}
