/* A buffer of 64 MiB gets its pages, and with them its node, when somebody writes to it, not when it is asked for.
   Prints what the kernel says of it in /proc/self/numa_maps. */
#include "pin.h"
#include <string.h>
#include <sys/mman.h>

#define BYTES (64 << 20)

static char *buffer;

static void show(const char *when) {
  char line[512], start[32];
  snprintf(start, sizeof start, "%lx ", (unsigned long)buffer);
  FILE *maps = fopen("/proc/self/numa_maps", "r");
  if (!maps) perror("numa_maps"), exit(1);
  while (fgets(line, sizeof line, maps))
    if (!strncmp(line, start, strlen(start))) printf("%-28s %s", when, strchr(line, ' ') + 1);
  fclose(maps);
}

int main(void) {
  /* a page that nobody may use on either side, so that the kernel does not merge the buffer with a neighbour */
  char *all = mmap(0, BYTES + 8192, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  buffer = all + 4096;
  mprotect(buffer, BYTES, PROT_READ | PROT_WRITE);
  show("asked for:");
  for (long i = 0; i < BYTES / 2; i += 4096) buffer[i] = 1;
  show("the first half written:");
  memset(buffer, 1, BYTES);
  show("all written:");
}
