// A log that keeps its lines, and a table that doubles: what massif shows of a heap over time.
#include <stdlib.h>
#include <string.h>

static char **lines;
static size_t count, room;

static void keep(const char *line) {
  if (count == room) {
    room = room ? 2 * room : 16;
    lines = realloc(lines, room * sizeof *lines);
  }
  lines[count++] = strdup(line);
}

static void parse(int n) {
  char *scratch = malloc(100000);
  memset(scratch, n, 100000);
  free(scratch);
}

int main(void) {
  for (int i = 0; i < 20000; ++i) {
    if (i % 100 == 0) parse(i);
    keep("GET /items/4711 200");
  }
  while (count > 0) free(lines[--count]);
  free(lines);
  return 0;
}
