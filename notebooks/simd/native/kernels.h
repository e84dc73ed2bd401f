/* Three kernels at three widths by intrinsics, and one number at a time. All vector kernels keep eight accumulators, so that
   no chain of additions holds them up, and load from any address. n is a multiple of 8 vectors; the rest is left out here. */
#include <immintrin.h>
#include <stdint.h>
#include <stddef.h>

#define KERNEL(isa) __attribute__((noipa, unused, target(isa))) static
#define EIGHT _Pragma("GCC unroll 8") for (int k = 0; k < 8; ++k)

/* Halves again and again: adding lane after lane would take as long as the loop, for arrays of this size. */
__attribute__((unused)) static float across_lanes(float *s, int n) {
  while (n > 1) {
    n /= 2;
    for (int i = 0; i < n; ++i) s[i] += s[i + n];
  }
  return s[0];
}

__attribute__((noipa)) static float sum_1(const float *x, const float *y, size_t n) {
  float s = 0;
  for (size_t i = 0; i < n; ++i) s += x[i];
  return s;
}
__attribute__((noipa)) static float dot_1(const float *x, const float *y, size_t n) {
  float s = 0;
  for (size_t i = 0; i < n; ++i) s += x[i] * y[i];
  return s;
}

#define SUM_AND_DOT(bits, isa, V, zero, load, add, muladd)                                                     \
  KERNEL(isa) float sum_##bits(const float *x, const float *y, size_t n) {                                     \
    enum { L = bits / 32 };                                                                                    \
    union { V v; float f[L]; } s;                                                                              \
    V a[8];                                                                                                    \
    EIGHT a[k] = zero();                                                                                       \
    for (size_t i = 0; i < n; i += 8 * L) EIGHT a[k] = add(a[k], load(x + i + k * L));                         \
    s.v = add(add(add(a[0], a[1]), add(a[2], a[3])), add(add(a[4], a[5]), add(a[6], a[7])));                   \
    return across_lanes(s.f, L);                                                                               \
  }                                                                                                            \
  KERNEL(isa) float dot_##bits(const float *x, const float *y, size_t n) {                                     \
    enum { L = bits / 32 };                                                                                    \
    union { V v; float f[L]; } s;                                                                              \
    V a[8];                                                                                                    \
    EIGHT a[k] = zero();                                                                                       \
    for (size_t i = 0; i < n; i += 8 * L)                                                                      \
      EIGHT a[k] = muladd(load(x + i + k * L), load(y + i + k * L), a[k]);                                     \
    s.v = add(add(add(a[0], a[1]), add(a[2], a[3])), add(add(a[4], a[5]), add(a[6], a[7])));                   \
    return across_lanes(s.f, L);                                                                               \
  }

#define MULADD_SSE(x, y, s) _mm_add_ps(s, _mm_mul_ps(x, y)) /* SSE has no fused multiply-add */
SUM_AND_DOT(128, "sse2", __m128, _mm_setzero_ps, _mm_loadu_ps, _mm_add_ps, MULADD_SSE)
SUM_AND_DOT(256, "avx2,fma", __m256, _mm256_setzero_ps, _mm256_loadu_ps, _mm256_add_ps, _mm256_fmadd_ps)
SUM_AND_DOT(512, "avx512f", __m512, _mm512_setzero_ps, _mm512_loadu_ps, _mm512_add_ps, _mm512_fmadd_ps)

/* How many bytes are 7: compare all lanes, make one bit of each, count the bits. The last compares straight into a mask. */
__attribute__((noipa, optimize("no-tree-vectorize"))) static int64_t count_1(const uint8_t *x, size_t n) {
  int64_t c = 0;
  for (size_t i = 0; i < n; ++i) c += x[i] == 7;
  return c;
}
KERNEL("sse2,popcnt") int64_t count_128(const uint8_t *x, size_t n) {
  int64_t c = 0;
  const __m128i seven = _mm_set1_epi8(7);
  for (size_t i = 0; i < n; i += 16 * 8)
    EIGHT c += _mm_popcnt_u32(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const void *)(x + i + 16 * k)), seven)));
  return c;
}
KERNEL("avx2,popcnt") int64_t count_256(const uint8_t *x, size_t n) {
  int64_t c = 0;
  const __m256i seven = _mm256_set1_epi8(7);
  for (size_t i = 0; i < n; i += 32 * 8)
    EIGHT c += _mm_popcnt_u32(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256((const void *)(x + i + 32 * k)), seven)));
  return c;
}
KERNEL("avx512bw,popcnt") int64_t count_512(const uint8_t *x, size_t n) {
  int64_t c = 0;
  const __m512i seven = _mm512_set1_epi8(7);
  for (size_t i = 0; i < n; i += 64 * 8)
    EIGHT c += _mm_popcnt_u64(_mm512_cmpeq_epi8_mask(_mm512_loadu_si512(x + i + 64 * k), seven));
  return c;
}

typedef float floats(const float *, const float *, size_t);
typedef int64_t bytes(const uint8_t *, size_t);
static floats *const sums[] = {sum_1, sum_128, sum_256, sum_512};
static floats *const dots[] = {dot_1, dot_128, dot_256, dot_512};
static bytes *const counts[] = {count_1, count_128, count_256, count_512};
static const char *const widths[] = {"scalar", "128 SSE", "256 AVX2", "512 AVX-512"};
