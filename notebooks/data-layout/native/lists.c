/* A linked list of a million nodes from malloc, walked from end to end: as it was built, in runs of neighbours that lie anywhere,
   and after a life of removals and inserts. At last copied, node by node, into memory in the order of the list.
     ./lists   table: ns a node, the lowest of several rounds */
#include "timing.h"

enum { N = 1 << 20, ROUNDS = 7 };
typedef struct node { struct node *next; int64_t value; } node;

static node *made[N];  /* node of each value, as malloc gave them */

__attribute__((noipa)) static int64_t walk(const node *p) {
  int64_t sum = 0;
  for (; p; p = p->next) sum += p->value;
  return sum;
}

static double time_walk(const node *p) {
  double least = 0;
  for (int r = -1; r < ROUNDS; ++r) {
    double start = now_ns();
    int64_t sum = walk(p);
    if (r >= 0) keep_lower(&least, (now_ns() - start) / N);
    if (sum != (int64_t)N * (N - 1) / 2) exit(puts("wrong sum"));
  }
  return least;
}

/* runs of `length` that malloc gave one after another, the runs in a random order */
static node *in_runs(int length) {
  static uint32_t runs[N];
  int count = N / length;
  node first = {0}, *last = &first;
  for (int i = 0; i < count; ++i) runs[i] = i;
  for (int i = count - 1; i > 0; --i) {
    uint32_t j = below(i + 1), t = runs[i];
    runs[i] = runs[j], runs[j] = t;
  }
  for (int i = 0; i < N; ++i) last = last->next = made[runs[i / length] * length + i % length];
  last->next = 0;
  return first.next;
}

/* takes the node after a random one out, frees it, and puts a new one with its value after another */
static void live(int times) {
  for (int k = 0; k < times; ++k) {
    node *before = made[below(N)], *gone = before->next, *fresh;
    if (!gone) continue;
    int64_t value = gone->value;
    before->next = gone->next;
    free(gone);
    fresh = malloc(sizeof(node));
    made[value] = fresh;
    do before = made[below(N)];
    while (before == fresh);
    *fresh = (node){before->next, value};
    before->next = fresh;
  }
}

static node *copied(const node *p) {
  node *block = malloc(N * sizeof(node)), *at = block;
  for (; p; p = p->next, ++at) *at = (node){p->next ? at + 1 : 0, p->value};
  return block;
}

int main(void) {
  for (int i = 0; i < N; ++i) made[i] = malloc(sizeof(node)), made[i]->value = i;
  printf("%d nodes of %zu bytes, %td apart            ns a node\n", N, sizeof(node), (char *)made[1] - (char *)made[0]);
  for (int length = 1; length <= 1024; length *= length < 16 ? 2 : 8) printf("in runs of %-5d                             %7.2f\n", length, time_walk(in_runs(length)));
  node *head = in_runs(N);
  printf("as it was built                             %7.2f\n", time_walk(head));
  /* the head stays: only what comes after a node is taken out */
  static const int percent[] = {1, 9, 90, 100};
  for (int k = 0, all = 0; k < 4; ++k) {
    live((int64_t)N * percent[k] / 100), all += percent[k];
    printf("after replacing %3d %% of the nodes          %7.2f\n", all, time_walk(head));
  }
  printf("copied in its own order                     %7.2f\n", time_walk(copied(head)));
}
