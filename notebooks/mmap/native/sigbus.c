/* A file becomes shorter while somebody reads it: what read says, and what a mapping says. */
#include "common.h"

int main(void) {
  int fd = nameless_file(2 * PAGE);
  char *p = mmap(0, 2 * PAGE, PROT_READ, MAP_SHARED, fd, 0), byte;
  need(p != MAP_FAILED, "mmap");
  printf("both pages there:   pread %zd byte, mapping %d\n", pread(fd, &byte, 1, PAGE), ((volatile char *)p)[PAGE]);
  need(ftruncate(fd, PAGE) == 0, "ftruncate");
  printf("second page gone:   pread %zd bytes, ", pread(fd, &byte, 1, PAGE));
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) _exit(((volatile char *)p)[PAGE]);
  int status;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) printf("mapping: killed by signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
  else puts("mapping: nothing happens");
}
