/* Shared by the programs of this folder: a clock, seeded data, and a count of allocations. A run that shares its machine
   can only be slowed down, never sped up, so every program goes round its cases several times and reports the lowest
   time of each. Counting replaces operator new and delete for the whole program, as C++ allows. */
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>

static double now_ns() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* xorshift64*: the same data on every machine */
static uint64_t seed = 88172645463325252ull;
[[maybe_unused]] static uint32_t below(uint32_t n) {
  seed ^= seed >> 12, seed ^= seed << 25, seed ^= seed >> 27;
  return (uint64_t)(uint32_t)((seed * 2685821657736338717ull) >> 32) * n >> 32;
}

static uint64_t allocations, allocated_bytes;

[[gnu::noinline]] void *operator new(size_t bytes) {
  ++allocations, allocated_bytes += bytes;
  if (void *p = malloc(bytes)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void *p) noexcept { free(p); }
[[gnu::noinline]] void operator delete(void *p, size_t) noexcept { free(p); }

/* the compiler may not look through this, nor remove what made the value */
template <class T> void keep(T const &x) { asm volatile("" : : "r"(&x) : "memory"); }

struct cost { double ns, count, bytes; };

/* lowest time of one call of `f` over `rounds` rounds of `calls` calls, and its allocations */
template <class F> cost measure(int rounds, int calls, F f) {
  f();
  uint64_t count = allocations, bytes = allocated_bytes;
  f();
  cost c = {1e30, double(allocations - count), double(allocated_bytes - bytes)};
  for (int r = 0; r < rounds; ++r) {
    double start = now_ns();
    for (int i = 0; i < calls; ++i) f();
    double ns = (now_ns() - start) / calls;
    if (ns < c.ns) c.ns = ns;
  }
  return c;
}
