/* How far ahead of a load that misses does the core find the next one? (After Henry Wong, "Measuring Reorder Buffer
   Capacity", 2013.) Two loads miss every cache and do not need each other; between them stand so many instructions that need
   nothing. While the window reaches from one load to the other their waits overlap; if it does not, a turn takes two waits.
   What the window runs out of depends on what it is filled with: each result takes a register of its kind. */
#include "clock.h"
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#define NODES (1 << 20) /* 64 MiB in each of two cycles */
#define TURNS 2000
#define PASSES 15

struct node { struct node *next; char rest[56]; };

static struct node *cycle(void) {
  struct node *nodes = aligned_alloc(64, NODES * sizeof *nodes);
  int *order = malloc(NODES * sizeof *order);
  for (int i = 0; i < NODES; ++i) order[i] = i;
  for (int i = NODES - 1; i > 0; --i) {
    int j = random32() % i, t = order[i];
    order[i] = order[j], order[j] = t;
  }
  for (int i = 0; i < NODES; ++i) nodes[order[i]].next = &nodes[order[(i + 1) % NODES]];
  free(order);
  return nodes;
}

static unsigned char *put(unsigned char *p, const char *bytes, int n) {
  memcpy(p, bytes, n);
  return p + n;
}

struct filler {
  const char *name;
  int kinds; /* they take turns */
  const char *bytes[3];
  int lengths[3];
};

static const struct filler fillers[] = {
    {"integer", 1, {"\x45\x8d\x59\x01"}, {4}},                     /* lea 1(%r9),%r11d: a result in an integer register */
    {"flags", 1, {"\x45\x39\xca"}, {3}},                           /* cmp %r9d,%r10d: a result in the flags */
    {"mixed", 3, {"\x45\x8d\x59\x01", "\x45\x39\xca", "\xc5\xf1\xfe\xd1"}, {4, 3, 4}}, /* and vpaddd %xmm1,%xmm1,%xmm2 */
};
enum { FILLERS = sizeof fillers / sizeof *fillers };

static unsigned char *fill(unsigned char *p, const struct filler *f, int count) {
  for (int i = 0; i < count; ++i) p = put(p, f->bytes[i % f->kinds], f->lengths[i % f->kinds]);
  return p;
}

/* void turns(struct node *a, struct node *b, struct node *ends[2], int n): load, filler, load, filler, n times */
static void emit(unsigned char *code, const struct filler *f, int count) {
  unsigned char *p = put(code, "\x49\x89\xd0", 3); /* mov %rdx,%r8 */
  unsigned char *loop = p;
  p = put(p, "\x48\x8b\x3f", 3); /* mov (%rdi),%rdi */
  p = fill(p, f, count);
  p = put(p, "\x48\x8b\x36", 3); /* mov (%rsi),%rsi */
  p = fill(p, f, count);
  p = put(p, "\xff\xc9\x0f\x85", 4); /* dec %ecx; jne loop */
  int back = loop - (p + 4);
  p = put(p, (char *)&back, 4);
  put(p, "\x49\x89\x38\x49\x89\x70\x08\xc3", 8); /* mov %rdi,(%r8); mov %rsi,8(%r8); ret */
}

int main(void) {
  struct node *ends[2] = {cycle(), cycle()};
  unsigned char *code = mmap(NULL, 1 << 16, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  void (*turns)(struct node *, struct node *, struct node **, int) = (void *)code;
  printf("ns a turn (lowest of %d passes)\nbetween", PASSES);
  for (int f = 0; f < FILLERS; ++f) printf("  %7s", fillers[f].name);
  printf("\n");
  for (int between = 64; between <= 448; between += 16) {
    printf("%7d", between);
    for (int f = 0; f < FILLERS; ++f) {
      emit(code, &fillers[f], between);
      double best = 1e30;
      for (int r = 0; r < PASSES; ++r) {
        double start = now_ns();
        turns(ends[0], ends[1], ends, TURNS);
        double ns = (now_ns() - start) / TURNS;
        if (ns < best) best = ns;
      }
      printf("  %7.0f", best);
    }
    printf("\n");
  }
  return 0;
}
