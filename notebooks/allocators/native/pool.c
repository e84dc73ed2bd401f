/* A pool: blocks of one size out of chunks, a list of the free ones. Here it serves the nodes of 1,000 linked lists, which grow
   and shrink at random, and a list of 1,000 nodes that is built and dropped, before that and after it. ns for a node that is made
   and destroyed, by malloc, by the pool, and by an arena that drops the whole list at once. */
#include "timing.h"

typedef struct node { struct node *next; uint64_t value[4]; } node; /* 40 bytes */

enum { ROUNDS = 7, STEPS = 400000, LISTS = 1000, CHUNK = 256 };

typedef union slot { union slot *next; node node; } slot;
typedef struct { slot *free; union chunk *chunks; } pool;
typedef union chunk { struct { union chunk *next; slot slots[CHUNK]; }; } chunk;

static node *pool_take(pool *p) {
  if (!p->free) {
    chunk *c = malloc(sizeof *c);
    c->next = p->chunks, p->chunks = c;
    for (int i = CHUNK - 1; i >= 0; --i) c->slots[i].next = p->free, p->free = &c->slots[i];
  }
  slot *s = p->free;
  p->free = s->next;
  return &s->node;
}
static void pool_give(pool *p, node *n) {
  ((slot *)n)->next = p->free;
  p->free = (slot *)n;
}
static void pool_drop(pool *p) {
  for (chunk *c = p->chunks, *next; c; c = next) next = c->next, free(c);
  *p = (pool){0};
}

static pool nodes;
static node *make(int pooled) { return pooled ? pool_take(&nodes) : malloc(sizeof(node)); }
static void destroy(int pooled, node *n) { pooled ? pool_give(&nodes, n) : free(n); }

/* One node is pushed to one list, and one popped from another. */
static double churn(int pooled) {
  static node *list[LISTS];
  uint64_t seed = 5;
  double best = 1e30;
  for (int i = 0; i < 50 * LISTS; ++i) {
    node *n = make(pooled), **l = &list[below(&seed, LISTS)];
    n->next = *l, n->value[0] = i, *l = n;
  }
  for (int r = -1; r < ROUNDS; ++r) {
    double start = now_ns();
    for (int i = 0; i < STEPS; ++i) {
      node **to = &list[below(&seed, LISTS)], **from = &list[below(&seed, LISTS)], *gone = *from;
      if (gone) *from = gone->next, destroy(pooled, gone);
      node *n = make(pooled);
      n->next = *to, n->value[0] = i, *to = n;
    }
    double ns = (now_ns() - start) / STEPS;
    if (r >= 0 && ns < best) best = ns;
  }
  for (int i = 0; i < LISTS; ++i)
    for (node *n; (n = list[i]); ) list[i] = n->next, destroy(pooled, n);
  return best;
}

/* A list of 1,000 nodes is built, added up and dropped: node by node, or the arena at once. */
static double build(int how) {
  static char arena[1000 * sizeof(node)];
  double best = 1e30;
  uint64_t sum = 0;
  for (int r = 0; r < 200 * ROUNDS; ++r) {
    size_t used = 0;
    node *list = 0;
    double start = now_ns();
    for (int i = 0; i < 1000; ++i) {
      node *n = how == 2 ? (node *)(arena + used) : make(how);
      used += sizeof *n;
      n->next = list, n->value[0] = i, list = n;
    }
    for (node *n = list; n; n = n->next) sum += n->value[0];
    if (how < 2)
      for (node *n; (n = list); ) list = n->next, destroy(how, n);
    double ns = (now_ns() - start) / 1000;
    if (ns < best) best = ns;
  }
  if (sum != 200ull * ROUNDS * 999 * 500) exit(1);
  return best;
}

static void built(const char *when) {
  double list = build(0), pooled = build(1), arena = build(2);
  printf("a list built and dropped, %s: malloc %4.1f, pool %4.1f, arena %4.1f ns a node\n", when, list, pooled, arena);
}

int main(void) {
  built("at first");
  double list = churn(0), pooled = churn(1);
  printf("lists that grow and shrink:         malloc %4.1f, pool %4.1f ns a node\n", list, pooled);
  built("at last ");
  pool_drop(&nodes);
}
