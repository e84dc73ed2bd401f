/* The same particles in three layouts: records one behind the other, blocks of sixteen particles, an array for each field.
   Four jobs: add up one field, change one field, move everything, read whole particles in a random order.
     ./layouts        table: ns a particle, the lowest of several rounds
     ./layouts once   every job once, for a tool that counts */
#include "timing.h"

enum { N = 1 << 20, BLOCK = 16, PICKS = 1 << 17, ROUNDS = 15 };

typedef struct { float x, y, z, vx, vy, vz, mass, age; } record;
typedef struct { float x[BLOCK], y[BLOCK], z[BLOCK], vx[BLOCK], vy[BLOCK], vz[BLOCK], mass[BLOCK], age[BLOCK]; } block;
static record *r;
static block *b;
static float *x, *y, *z, *vx, *vy, *vz, *mass, *age;
static uint32_t picks[PICKS];

#define JOB __attribute__((noipa)) static float
#define EACH for (uint32_t i = 0; i < N; ++i)
#define EACH_BLOCK for (uint32_t j = 0; j < N / BLOCK; ++j) for (uint32_t i = 0; i < BLOCK; ++i)

JOB sum_records(void) { float sum = 0; EACH sum += r[i].age; return sum; }
JOB sum_blocks(void) { float sum = 0; EACH_BLOCK sum += b[j].age[i]; return sum; }
JOB sum_fields(void) { float sum = 0; EACH sum += age[i]; return sum; }

JOB age_records(void) { EACH r[i].age += 1; return r->age; }
JOB age_blocks(void) { EACH_BLOCK b[j].age[i] += 1; return *b->age; }
JOB age_fields(void) { EACH age[i] += 1; return *age; }

JOB move_records(void) { EACH r[i].x += r[i].vx, r[i].y += r[i].vy, r[i].z += r[i].vz; return r->x; }
JOB move_blocks(void) {
  for (uint32_t j = 0; j < N / BLOCK; ++j) {
    block *restrict p = b + j;
    for (int i = 0; i < BLOCK; ++i) p->x[i] += p->vx[i];
    for (int i = 0; i < BLOCK; ++i) p->y[i] += p->vy[i];
    for (int i = 0; i < BLOCK; ++i) p->z[i] += p->vz[i];
  }
  return *b->x;
}
JOB move_fields(void) {
  float *restrict x1 = x, *restrict y1 = y, *restrict z1 = z;
  EACH x1[i] += vx[i], y1[i] += vy[i], z1[i] += vz[i];
  return *x;
}

/* the sum of all eight fields of `picks` */
#define PICK(AT) \
  float sum = 0; \
  for (int k = 0; k < PICKS; ++k) { uint32_t i = picks[k]; \
    sum += (AT(x) + AT(y)) + (AT(z) + AT(vx)) + (AT(vy) + AT(vz)) + (AT(mass) + AT(age)); } \
  return sum;
#define RECORD(f) r[i].f
#define BLOCKED(f) b[i / BLOCK].f[i % BLOCK]
#define FIELD(f) f[i]
JOB pick_records(void) { PICK(RECORD) }
JOB pick_blocks(void) { PICK(BLOCKED) }
JOB pick_fields(void) { PICK(FIELD) }

int main(int argc, char **argv) {
  int rounds = argc > 1 && !strcmp(argv[1], "once") ? 0 : ROUNDS;
  static float (*const jobs[4][3])(void) = {{sum_records, sum_blocks, sum_fields}, {age_records, age_blocks, age_fields},
                                            {move_records, move_blocks, move_fields}, {pick_records, pick_blocks, pick_fields}};
  static const char *names[] = {"add up one field", "change one field", "move, 6 fields", "pick, all 8 fields"};
  static float **const fields[] = {&x, &y, &z, &vx, &vy, &vz, &mass, &age};
  char *memory = pages(3 * sizeof(record) * (size_t)N, 0);
  volatile float sink;
  double ns[4][3] = {{0}};
  memset(memory, 0, 3 * sizeof(record) * (size_t)N);
  r = (record *)memory;
  b = (block *)(r + N);
  for (int f = 0; f < 8; ++f) *fields[f] = (float *)(b + N / BLOCK) + (size_t)f * N;
  for (int k = 0; k < PICKS; ++k) picks[k] = below(N);
  for (int round = -1; round < rounds; ++round)
    for (int j = 0; j < 4; ++j)
      for (int l = 0; l < 3; ++l) {
        double start = now_ns();
        sink = jobs[j][l]();
        if (round >= 0) keep_lower(&ns[j][l], (now_ns() - start) / (j == 3 ? PICKS : N));
      }
  (void)sink;
  if (!rounds) return 0;
  printf("%d particles of 8 numbers of 4 bytes\nns a particle           records   blocks    fields    records over fields\n", N);
  for (int j = 0; j < 4; ++j)
    printf("%-22s %7.2f   %7.2f   %7.2f    %.2f\n", names[j], ns[j][0], ns[j][1], ns[j][2], ns[j][0] / ns[j][2]);
}
