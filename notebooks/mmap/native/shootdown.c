/* Unmapping has to reach the TLBs of other cores. One thread touches a page and gives it back, again and again, while nobody else, a thread of
   the same process, or another process keeps the second core busy. Only the threads share page tables. */
#include "common.h"
#include <pthread.h>
#include <stdatomic.h>

enum { ROUNDS = 15, TIMES = 2000 };

static atomic_int stop;

static void pin(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  need(sched_setaffinity(0, sizeof set, &set) == 0, "sched_setaffinity");
}

/* nothing but a look at a flag */
static void spin(void) {
  while (!atomic_load_explicit(&stop, memory_order_relaxed)) {}
}

static void *busy_thread(void *_) {
  pin(1), spin();
  return _;
}

/* touches `pages` pages and gives them back with one call; ns of a pair */
static double touch_and_return(int pages) {
  char *p = map(pages * PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
  double start = now_ns();
  for (int t = 0; t < TIMES; ++t) {
    for (int i = 0; i < pages; ++i) p[i * PAGE] = 1;
    madvise(p, pages * PAGE, MADV_DONTNEED);
  }
  double took = now_ns() - start;
  munmap(p, pages * PAGE);
  return took / TIMES;
}

int main(void) {
  static const char *names[] = {"nobody", "another process", "a thread of this process"};
  static const int pages[] = {1, 16};
  double ns[2][3] = {{0}};
  pin(0);
  for (int round = 0; round < ROUNDS; ++round)
    for (int other = 0; other < 3; ++other) {
      pthread_t thread;
      pid_t child = 0;
      atomic_store(&stop, 0);
      if (other == 1 && (child = fork()) == 0) pin(1), spin(), _exit(0);
      if (other == 2) need(pthread_create(&thread, 0, busy_thread, 0) == 0, "pthread_create");
      usleep(3000);
      for (int k = 0; k < 2; ++k) keep_lower(&ns[k][other], touch_and_return(pages[k]));
      atomic_store(&stop, 1);
      if (child) kill(child, SIGKILL), waitpid(child, 0, 0);
      if (other == 2) pthread_join(thread, 0);
    }
  puts("on the other core           ns to touch 1 page and give it back    16 pages, one call");
  for (int o = 0; o < 3; ++o) printf("%-27s %10.0f %32.0f\n", names[o], ns[0][o], ns[1][o]);
}
