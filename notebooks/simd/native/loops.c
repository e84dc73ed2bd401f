/* Loops for the compiler: which does it turn into vectors, and what does it say of the others? */
#include <stddef.h>
#include <stdint.h>

int32_t sum_int(const int32_t *x, int n) {
  int32_t s = 0;
  for (int i = 0; i < n; ++i) s += x[i];
  return s;
}

float sum_float(const float *x, int n) {
  float s = 0;
  for (int i = 0; i < n; ++i) s += x[i];
  return s;
}

float largest(const float *x, int n) {
  float m = x[0];
  for (int i = 1; i < n; ++i) m = x[i] > m ? x[i] : m;
  return m;
}

void add_any(float *to, const float *a, const float *b, int n) {
  for (int i = 0; i < n; ++i) to[i] = a[i] + b[i];
}

void add_restrict(float *restrict to, const float *restrict a, const float *restrict b, int n) {
  for (int i = 0; i < n; ++i) to[i] = a[i] + b[i];
}

void running_sum(int32_t *x, int n) {
  for (int i = 1; i < n; ++i) x[i] += x[i - 1];
}

int find(const int32_t *x, int n, int32_t wanted) {
  for (int i = 0; i < n; ++i)
    if (x[i] == wanted) return i;
  return -1;
}

int32_t apply(int32_t);
void call_each(int32_t *x, int n) {
  for (int i = 0; i < n; ++i) x[i] = apply(x[i]);
}

void histogram(uint32_t *bins, const uint8_t *x, int n) {
  for (int i = 0; i < n; ++i) ++bins[x[i]];
}
