/* Messages from one process to another: through a pipe, which copies them in and out, and through memory that both map, with one byte
   in a pipe to say that a message is there. The receiver adds up every message. */
#include "common.h"
#include <sched.h>

enum { ROUNDS = 7 };
#define MOST MIB

__attribute__((noipa)) static uint64_t sum_of(const char *p, size_t bytes) {
  const uint64_t *words = (const uint64_t *)p;
  uint64_t sum = 0;
  for (size_t i = 0; i < bytes / 8; ++i) sum += words[i];
  return sum;
}

static void read_all(int fd, char *p, size_t n) {
  for (size_t got = 0; got < n;) {
    ssize_t more = read(fd, p + got, n - got);
    need(more > 0, "read");
    got += more;
  }
}

static void write_all(int fd, const char *p, size_t n) {
  for (size_t put = 0; put < n;) {
    ssize_t more = write(fd, p + put, n - put);
    need(more > 0, "write");
    put += more;
  }
}

static void pin(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  need(sched_setaffinity(0, sizeof set, &set) == 0, "sched_setaffinity");
}

/* us of a message: the sender fills it, the receiver adds it up and answers with a byte, so that one is under way at a time */
static double time_messages(size_t bytes, int times, int shared, char *common) {
  int there[2], back[2];
  need(!pipe(there) && !pipe(back), "pipe");
  if (!shared) fcntl(there[1], F_SETPIPE_SZ, MIB);
  pid_t child = fork();
  char byte = 0;
  static char own[MOST];
  char *message = shared ? common : own;
  if (child == 0) {
    pin(1);
    uint64_t sum = 0, want = 0;
    for (int i = 0; i < times; ++i) {
      if (shared) read_all(there[0], &byte, 1);
      else read_all(there[0], own, bytes);
      sum += sum_of(message, bytes);
      want += bytes / 8 * (0x0101010101010101ull * (i % 100));
      write_all(back[1], &byte, 1);
    }
    _exit(sum != want);
  }
  double start = now_ns();
  for (int i = 0; i < times; ++i) {
    memset(message, i % 100, bytes);
    if (shared) write_all(there[1], &byte, 1);
    else write_all(there[1], own, bytes);
    read_all(back[0], &byte, 1);
  }
  double us = (now_ns() - start) / 1e3 / times;
  int status;
  waitpid(child, &status, 0);
  need(status == 0, "sum");
  close(there[0]), close(there[1]), close(back[0]), close(back[1]);
  return us;
}

int main(void) {
  static const size_t sizes[] = {64, 4096, 65536, MIB};
  static const int times[] = {2000, 2000, 1000, 100};
  char *common = map(MOST, MAP_SHARED | MAP_ANONYMOUS, -1);
  memset(common, 1, MOST);
  pin(0);
  puts("bytes      us a message: pipe    shared memory");
  for (int s = 0; s < 4; ++s) {
    double us[2] = {0};
    for (int round = 0; round < ROUNDS; ++round)
      for (int shared = 0; shared < 2; ++shared) keep_lower(&us[shared], time_messages(sizes[s], times[s], shared, common));
    printf("%-10zu %14.1f    %13.1f\n", sizes[s], us[0], us[1]);
  }
}
