/* How long does a core keep a line that two cores want, and what does it wait for the line? Three measurements, GOES times with a rest between,
   sorted by how long a line takes; medians:
   - two threads add to one number. An add gives the value before it, so a thread that finds more than its own last add
     knows that the line has been away in between: so many adds it makes in one visit of the line;
   - one thread adds to each of LINES lines, then the other to the same lines: each add waits for a line that the other
     core has changed, and gives in its upper bits the place of the next, so that no two of them overlap;
   - one thread alone. */
#include "threads.h"

#define GOES 48
#define PAUSE_MS 300
#define ADDS 1000000u
#define LINES 256
#define PASSES 400

static _Alignas(PAGE) struct { _Alignas(64) _Atomic uint32_t number; } lines[LINES];
static _Alignas(PAGE) _Atomic int whose;
static pthread_barrier_t together;
struct side { int core; double visits, ns; };

static void *add(void *p) {
  struct side *me = p;
  pin(me->core);
  pthread_barrier_wait(&together);
  uint32_t visits = 0, last = -1;
  double start = now_ns();
  /* as many again are not counted, so that neither thread is alone while the other counts */
  for (uint32_t i = 0; i < 2 * ADDS; ++i) {
    if (i == ADDS) me->visits = visits, me->ns = (now_ns() - start) / ADDS;
    uint32_t before = atomic_fetch_add_explicit(&lines[0].number, 1, memory_order_relaxed);
    visits += before != last + 1;
    last = before;
  }
  return 0;
}

static void *take(void *p) {
  struct side *me = p;
  pin(me->core);
  pthread_barrier_wait(&together);
  double ns = 0;
  for (int pass = 0; pass < PASSES; ++pass) {
    while (atomic_load(&whose) != me->core) ;
    double start = now_ns();
    for (uint32_t i = 0, at = 0; i < LINES; ++i)
      at = atomic_fetch_add_explicit(&lines[at].number, 1, memory_order_relaxed) >> 24;
    ns += now_ns() - start;
    atomic_store(&whose, !me->core);
  }
  me->ns = ns / PASSES / LINES;
  return 0;
}

static void both(void *(*work)(void *), struct side *sides) {
  pthread_t threads[2];
  atomic_store(&whose, 0);
  pthread_barrier_init(&together, 0, 2);
  for (int t = 0; t < 2; ++t) pthread_create(&threads[t], 0, work, &sides[t]);
  for (int t = 0; t < 2; ++t) pthread_join(threads[t], 0);
}

int main(void) {
  enum { ALONE, TAKE, VISIT, ADD, BUDGET, KINDS };
  static double v[KINDS][GOES];
  uint32_t order[LINES], seed = 12345;
  for (uint32_t i = 0; i < LINES; ++i) order[i] = i;
  for (uint32_t i = LINES - 1; i > 0; --i) { /* Sattolo: one cycle */
    seed = seed * 1664525 + 1013904223;
    uint32_t j = (seed >> 8) % i, t = order[i];
    order[i] = order[j], order[j] = t;
  }
  for (int g = 0; g < GOES; ++g) {
    struct side sides[] = {{0, 0, 0}, {1, 0, 0}};
    for (uint32_t i = 0; i < LINES; ++i) atomic_store(&lines[i].number, order[i] << 24);
    both(take, sides);
    double take = v[TAKE][g] = (sides[0].ns + sides[1].ns) / 2;
    both(add, sides);
    v[ADD][g] = (sides[0].ns + sides[1].ns) / 2;
    double visit = v[VISIT][g] = 2.0 * ADDS / (sides[0].visits + sides[1].visits);
    pthread_barrier_init(&together, 0, 1);
    add(&sides[0]);
    double alone = v[ALONE][g] = sides[0].ns;
    /* a visit: one add that fetches the line, the others at home; then the other core has one as long */
    v[BUDGET][g] = 2 * (take + (visit - 1) * alone) / visit;
    usleep(PAUSE_MS * 1000);
  }
  /* the host moves our processors: a line then has a shorter or a longer way */
  static const double limits[] = {0, 15, 60, 1e9};
  printf("ns; adds      goes   an add,   an add that   adds in   an add,       by the\n"
         "in a visit           alone     fetches       a visit   two threads   budget\n");
  for (int c = 0; c < 3; ++c) {
    double some[KINDS][GOES];
    int n = 0;
    for (int g = 0; g < GOES; ++g) {
      if (v[TAKE][g] < limits[c] || v[TAKE][g] >= limits[c + 1]) continue;
      for (int k = 0; k < KINDS; ++k) some[k][n] = v[k][g];
      ++n;
    }
    static const char *says[] = {"below 15 ns", "15 to 60 ns", "above 60 ns"};
    printf("%s   %4d", says[c], n);
    if (n) for (int k = 0; k < KINDS; ++k) printf("%10.2f", quantile(some[k], n, 0.5));
    printf("\n");
  }
}
