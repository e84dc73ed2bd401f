/* Two threads, one on each core, each at work on a number of its own. Only the places of the two numbers differ.
   ns of one operation in one thread, over MS ms; median of RUNS goes. The last column has one thread alone. */
#include "threads.h"

#define RUNS 9
#define MS 30

enum op { ADD, PLAIN, STORE, LOAD };
struct job { int core; enum op op; volatile uint32_t *at; double ns; };

static _Alignas(PAGE) unsigned char room[2 * PAGE];
static _Alignas(PAGE) _Atomic int stop;
static pthread_barrier_t together;

static void thousand(enum op op, volatile uint32_t *at) {
  if (op == ADD) for (int i = 0; i < 1000; ++i) __atomic_fetch_add(at, 1, __ATOMIC_RELAXED);
  if (op == PLAIN) for (int i = 0; i < 1000; ++i) *at = *at + 1;
  if (op == STORE) for (int i = 0; i < 1000; ++i) *at = i;
  if (op == LOAD) for (int i = 0; i < 1000; ++i) (void)*at;
}

static void *work(void *p) {
  struct job *me = p;
  pin(me->core);
  pthread_barrier_wait(&together);
  double start = now_ns();
  long n = 0;
  for (; !atomic_load_explicit(&stop, memory_order_relaxed); n += 1000) thousand(me->op, me->at);
  me->ns = (now_ns() - start) / n;
  return 0;
}

/* ns in the first thread; the second does `beside`, or is not there if its place is negative */
static double run(enum op op, int a, enum op beside, int b) {
  struct job jobs[] = {{0, op, (void *)(room + a), 0}, {1, beside, (void *)(room + b), 0}};
  int n = b < 0 ? 1 : 2;
  pthread_t threads[2];
  atomic_store(&stop, 0);
  pthread_barrier_init(&together, 0, n);
  for (int t = 0; t < n; ++t) pthread_create(&threads[t], 0, work, &jobs[t]);
  usleep(MS * 1000);
  atomic_store(&stop, 1);
  for (int t = 0; t < n; ++t) pthread_join(threads[t], 0);
  return jobs[0].ns;
}

int main(void) {
  static const struct { const char *says; enum op op, beside; } rows[] = {
    {"atomic add      ", ADD, ADD}, {"plain add       ", PLAIN, PLAIN},
    {"store           ", STORE, STORE}, {"load, load      ", LOAD, LOAD}, {"load, atomic add", LOAD, ADD}};
  static const struct { const char *says; int a, b; } places[] = {
    {"same", 0, 0}, {"0,4", 0, 4}, {"0,32", 0, 32}, {"0,60", 0, 60}, {"60,64", 60, 64},
    {"0,64", 0, 64}, {"64,128", 64, 128}, {"0,128", 0, 128}, {"0,4096", 0, 4096}, {"alone", 0, -1}};
  enum { ROWS = sizeof rows / sizeof *rows, PLACES = sizeof places / sizeof *places };
  static double v[ROWS][PLACES][RUNS];
  for (int r = 0; r < RUNS; ++r)
    for (int i = 0; i < ROWS; ++i)
      for (int k = 0; k < PLACES; ++k) v[i][k][r] = run(rows[i].op, places[k].a, rows[i].beside, places[k].b);
  printf("bytes            ");
  for (int k = 0; k < PLACES; ++k) printf("%7s", places[k].says);
  for (int i = 0; i < ROWS; ++i) {
    printf("\n%s ", rows[i].says);
    for (int k = 0; k < PLACES; ++k) printf("%7.2f", quantile(v[i][k], RUNS, 0.5));
  }
  printf("\n");
}
