/* ns for a malloc with its free, on the allocator that this process was given.
     ./race calls   the calls that record.so wrote
   replay     the recorded program's calls, one thread
   churn n    n blocks alive; a step frees any one of them and asks for another of 16 to 1,023 bytes
   two        churn of 1,000 in two threads at once, each with its own blocks
   handed on  one thread asks, another frees */
#include "timing.h"

enum { ROUNDS = 7, STEPS = 400000 };

/* A block is written on when it is given, and must hold the same when it is freed. */
static void *ask(size_t bytes, uint32_t mark) {
  uint32_t *p = malloc(bytes);
  *p = mark;
  return p;
}
static void give(void *p, uint32_t mark) {
  if (*(uint32_t *)p != mark) fprintf(stderr, "a block was overwritten\n"), exit(1);
  free(p);
}

/* recorded calls, with a number instead of each address */
struct call { uint32_t block, bytes; };
static struct call *calls;
static int count, blocks, pairs;

static void read_calls(const char *name) {
  struct { uint64_t address; uint32_t bytes, zero; } c;
  FILE *f = fopen(name, "rb");
  uint64_t *live = calloc(100000, sizeof *live);
  calls = calloc(400000, sizeof *calls);
  while (f && fread(&c, sizeof c, 1, f) == 1) {
    int b = blocks;
    if (!c.bytes)
      for (b = 0; b < blocks && live[b] != c.address;) ++b; /* the older, if a realloc did not move */
    if (!c.bytes && b == blocks) continue; /* from before the recording */
    live[b] = c.bytes ? c.address : 0;
    if (c.bytes) ++blocks; else ++pairs;
    calls[count++] = (struct call){b, c.bytes};
  }
  for (int b = 0; b < blocks; ++b) /* what was never freed, is at the end */
    if (live[b]) calls[count++] = (struct call){b, 0}, ++pairs;
  if (f) fclose(f);
  free(live);
}

static double replay(void) {
  static void *at[100000];
  double best = 1e30;
  for (int r = 0; r < 20 * ROUNDS; ++r) {
    double start = now_ns();
    for (int i = 0; i < count; ++i)
      if (calls[i].bytes) at[calls[i].block] = ask(calls[i].bytes, calls[i].block);
      else give(at[calls[i].block], calls[i].block);
    double ns = (now_ns() - start) / pairs;
    if (ns < best) best = ns;
  }
  return best;
}

static double churn(uint32_t alive, uint64_t seed) {
  void **at = malloc(alive * sizeof *at);
  for (uint32_t i = 0; i < alive; ++i) at[i] = ask(some_bytes(&seed), i);
  for (uint32_t i = 0; i < 2 * alive; ++i) { /* until the order of creation is lost */
    uint32_t k = below(&seed, alive);
    give(at[k], k), at[k] = ask(some_bytes(&seed), k);
  }
  double best = 1e30;
  for (int r = 0; r < ROUNDS; ++r) {
    double start = now_ns();
    for (int i = 0; i < STEPS; ++i) {
      uint32_t k = below(&seed, alive);
      give(at[k], k), at[k] = ask(some_bytes(&seed), k);
    }
    double ns = (now_ns() - start) / STEPS;
    if (ns < best) best = ns;
  }
  for (uint32_t i = 0; i < alive; ++i) give(at[i], i);
  free(at);
  return best;
}

/* the same steps without an allocator: chance, and the blocks themselves */
static double nothing(uint32_t alive, uint64_t seed) {
  char *memory = calloc(alive, 1024);
  double best = 1e30;
  uint32_t sum = 0;
  for (int r = 0; r < ROUNDS; ++r) {
    double start = now_ns();
    for (int i = 0; i < STEPS; ++i) {
      uint32_t *p = (uint32_t *)(memory + 1024ull * below(&seed, alive));
      sum += *p, *p = some_bytes(&seed);
    }
    double ns = (now_ns() - start) / STEPS;
    if (ns < best) best = ns;
  }
  free(memory);
  return best + (sum == 1) * 1e-9;
}

static pthread_barrier_t start_line;
static void *churn_thread(void *seed) {
  static __thread double ns;
  pthread_barrier_wait(&start_line);
  ns = churn(1000, (uintptr_t)seed);
  pthread_barrier_wait(&start_line); /* neither ends before the other */
  *(double *)(seed = malloc(sizeof ns)) = ns;
  return seed;
}
static double two(void) {
  pthread_t t[2];
  double slower = 0;
  pthread_barrier_init(&start_line, 0, 2);
  for (uintptr_t i = 0; i < 2; ++i) pthread_create(&t[i], 0, churn_thread, (void *)(i + 5));
  for (int i = 0; i < 2; ++i) {
    void *ns;
    pthread_join(t[i], &ns);
    if (*(double *)ns > slower) slower = *(double *)ns;
    free(ns);
  }
  return slower;
}

/* batches of 64 blocks through a ring of 64 batches */
enum { BATCH = 64, RING = 64, BATCHES = 20000 };
static void *ring[RING][BATCH];
static volatile long asked, given;
static void *consume(void *none) {
  for (long b = 0; b < BATCHES; ++b) {
    while (__atomic_load_n(&asked, __ATOMIC_ACQUIRE) <= b) {}
    for (int i = 0; i < BATCH; ++i) give(ring[b % RING][i], i);
    __atomic_store_n(&given, b + 1, __ATOMIC_RELEASE);
  }
  return none;
}
static double handed_on(void) {
  double best = 1e30;
  for (int r = 0; r < ROUNDS; ++r) {
    uint64_t seed = 7;
    pthread_t t;
    asked = given = 0;
    double start = now_ns();
    pthread_create(&t, 0, consume, 0);
    for (long b = 0; b < BATCHES; ++b) {
      while (b - __atomic_load_n(&given, __ATOMIC_ACQUIRE) >= RING) {}
      for (int i = 0; i < BATCH; ++i) ring[b % RING][i] = ask(some_bytes(&seed), i);
      __atomic_store_n(&asked, b + 1, __ATOMIC_RELEASE);
    }
    pthread_join(t, 0);
    double ns = (now_ns() - start) / BATCHES / BATCH;
    if (ns < best) best = ns;
  }
  return best;
}

int main(int argc, char **argv) {
  if (argc < 2) return 1;
  read_calls(argv[1]);
  printf("replay %5.1f   churn 1,000 %5.1f   churn 100,000 %5.1f   two %5.1f   handed on %5.1f\n", replay(), churn(1000, 3),
         churn(100000, 3), two(), handed_on());
  if (argc > 2) printf("the same churn without an allocator: 1,000 %5.1f, 100,000 %5.1f\n", nothing(1000, 3), nothing(100000, 3));
}
