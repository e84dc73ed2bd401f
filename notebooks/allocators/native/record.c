/* Stands between a program and malloc, and writes down every call:
     gcc -O2 -shared -fPIC -o record.so record.c
     RECORD=calls LD_PRELOAD=./record.so program …
   A call is 16 bytes: the address, the size (0: it was freed), and zero. A realloc is a new block and then a free, as when
   the block has to move. For programs with one thread, and for glibc, whose own names it calls. */
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t), *__libc_memalign(size_t, size_t);
void __libc_free(void *);

struct call { uint64_t address; uint32_t size, zero; };
static struct call calls[4096];
static size_t count;
static int file = -1;

static void flush(void) {
  if (file < 0 && getenv("RECORD")) file = open(getenv("RECORD"), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0 && write(file, calls, count * sizeof *calls) < 0) _exit(1);
  count = 0;
}

static void *keep(void *p, size_t size) { /* size 0: a free */
  if (count == 4096) flush();
  if (p) calls[count++] = (struct call){(uintptr_t)p, size, 0};
  return p;
}

static size_t some(size_t n) { return n ? n : 1; }

void *malloc(size_t n) { return keep(__libc_malloc(n), some(n)); }
void *calloc(size_t n, size_t size) { return keep(__libc_calloc(n, size), some(n * size)); }
void *memalign(size_t to, size_t n) { return keep(__libc_memalign(to, n), some(n)); }
void *aligned_alloc(size_t to, size_t n) { return memalign(to, n); }
int posix_memalign(void **p, size_t to, size_t n) { return (*p = memalign(to, n)) ? 0 : 12; }
void free(void *p) { keep(p, 0), __libc_free(p); }
void *realloc(void *p, size_t n) {
  void *moved = __libc_realloc(p, n);
  keep(moved, some(n)); /* before the free, as if both were alive while it is copied */
  keep(p, 0);
  return moved;
}

__attribute__((destructor)) static void end(void) { flush(); }
