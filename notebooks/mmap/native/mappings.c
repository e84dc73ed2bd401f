/* What the kernel does, step by step, with pages that two processes map: minor faults of the process that acts, what it sees, and the
   mapping's Rss, Pss and Anonymous of /proc/<pid>/smaps in KiB. Counts, no times. */
#include "common.h"

enum { PAGES = 4 };
enum kind { FILE_SHARED, FILE_PRIVATE, ANON_SHARED, ANON_PRIVATE };
enum what { END, FORK, MAP, READ, WRITE, FILE_WRITE, GIVE_BACK, EXIT };
struct step {
  char who;
  enum what what;
  int page;
  char value;
};
struct reply {
  char *at;
  long faults;
  char seen;
};

static int fd, kind;
static char *mapped;
static const int flags[] = {MAP_SHARED, MAP_PRIVATE, MAP_SHARED | MAP_ANONYMOUS, MAP_PRIVATE | MAP_ANONYMOUS};

static struct reply act(struct step s) {
  struct reply r = {0};
  minor_faults(); /* so that its own pages are there */
  long before = minor_faults();
  if (s.what == READ) r.seen = ((volatile char *)mapped)[(size_t)s.page * PAGE];
  if (s.what == WRITE) ((volatile char *)mapped)[(size_t)s.page * PAGE] = s.value;
  if (s.what == FILE_WRITE) need(pwrite(fd, &s.value, 1, (off_t)s.page * PAGE) == 1, "pwrite");
  if (s.what == GIVE_BACK) need(madvise(mapped, PAGES * PAGE, MADV_DONTNEED) == 0, "madvise");
  r.faults = minor_faults() - before;
  if (s.what == MAP) {
    mapped = mmap(0, PAGES * PAGE, PROT_READ | PROT_WRITE, flags[kind], kind <= FILE_PRIVATE ? fd : -1, 0);
    madvise(mapped, PAGES * PAGE, MADV_NOHUGEPAGE);
    r.faults = 0;
  }
  r.at = mapped;
  return r;
}

static void show_smaps(char who, pid_t pid, char *at) {
  if (!at) return;
  char path[64], line[256];
  snprintf(path, sizeof path, "/proc/%d/smaps", pid);
  FILE *f = fopen(path, "r");
  need(f != 0, path);
  long rss = 0, pss = 0, anonymous = 0;
  unsigned long from, to;
  int mine = 0;
  while (fgets(line, sizeof line, f)) {
    if (sscanf(line, "%lx-%lx ", &from, &to) == 2) mine = (char *)from <= at && at < (char *)to;
    if (!mine) continue;
    sscanf(line, "Rss: %ld", &rss), sscanf(line, "Pss: %ld", &pss), sscanf(line, "Anonymous: %ld", &anonymous);
  }
  fclose(f);
  printf(" | %c rss %ld pss %ld anonymous %ld", who, rss, pss, anonymous);
}

static void play(const char *name, int kind_, const struct step *steps) {
  kind = kind_, mapped = 0;
  fd = nameless_file(0);
  static char page[PAGE];
  for (int i = 0; i < PAGES; ++i) page[0] = 'a', need(pwrite(fd, page, PAGE, (off_t)i * PAGE) == PAGE, "pwrite");
  fsync(fd);
  int ask[2], answer[2];
  need(!pipe(ask) && !pipe(answer), "pipe");
  pid_t child = 0;
  char *at_a = 0, *at_b = 0;
  for (const struct step *s = steps; s->what; ++s) {
    struct reply r = {0};
    if (s->what == FORK) {
      fflush(stdout);
      child = fork();
      if (child == 0) {
        struct step asked;
        while (read(ask[0], &asked, sizeof asked) == sizeof asked && asked.what != EXIT) {
          r = act(asked);
          need(write(answer[1], &r, sizeof r) == sizeof r, "write");
        }
        _exit(0);
      }
      at_b = mapped;
    } else if (s->who == 'B') {
      need(write(ask[1], s, sizeof *s) == sizeof *s, "write");
      if (s->what == EXIT) waitpid(child, 0, 0), at_b = 0, child = 0;
      else need(read(answer[0], &r, sizeof r) == sizeof r, "read"), at_b = r.at;
    } else {
      r = act(*s), at_a = r.at;
    }
    static const char *verbs[] = {"", "forks B", "maps", "reads", "writes", "write(2)s", "gives back", "exits"};
    printf("%-15s | %c %-10s", name, s->who, verbs[s->what]);
    if (s->what >= READ && s->what <= FILE_WRITE) printf(" %d", s->page);
    else printf("  ");
    if (s->what == READ) printf(" %c", r.seen ? r.seen : '0');
    else printf(" %c", s->value ? s->value : ' ');
    printf(" | faults %ld", r.faults);
    show_smaps('A', getpid(), at_a);
    if (child) show_smaps('B', child, at_b);
    puts("");
  }
  if (child) close(ask[1]), close(ask[0]), kill(child, 9), waitpid(child, 0, 0);
  if (mapped) munmap(mapped, PAGES * PAGE);
  close(fd);
}

int main(void) {
  play("shared file", FILE_SHARED, (struct step[]){
    {'A', FORK}, {'A', MAP}, {'B', MAP}, {'A', READ, 0}, {'A', READ, 1}, {'A', WRITE, 0, 'x'}, {'A', WRITE, 0, 'y'}, {'B', READ, 0}, {'B', WRITE, 0, 'z'},
    {'A', READ, 0}, {'A', FILE_WRITE, 2, 'w'}, {'B', READ, 2}, {'A', GIVE_BACK}, {'A', READ, 0}, {'B', EXIT}, {0}});
  play("private file", FILE_PRIVATE, (struct step[]){
    {'A', FORK}, {'A', MAP}, {'B', MAP}, {'A', READ, 0}, {'B', READ, 0}, {'A', WRITE, 0, 'x'}, {'B', READ, 0}, {'A', READ, 0}, {'A', WRITE, 1, 'y'},
    {'B', FILE_WRITE, 0, 'w'}, {'B', FILE_WRITE, 2, 'v'}, {'A', READ, 0}, {'B', READ, 0}, {'A', READ, 2}, {'A', GIVE_BACK}, {'A', READ, 0}, {'B', EXIT}, {0}});
  play("private memory", ANON_PRIVATE, (struct step[]){
    {'A', MAP}, {'A', READ, 0}, {'A', WRITE, 0, 'x'}, {'A', WRITE, 1, 'y'}, {'A', WRITE, 1, 'z'}, {'A', FORK}, {'B', READ, 0}, {'B', WRITE, 0, 'p'},
    {'A', READ, 0}, {'A', WRITE, 0, 'q'}, {'A', WRITE, 1, 'r'}, {'B', READ, 1}, {'B', EXIT}, {'A', WRITE, 1, 's'}, {'A', GIVE_BACK}, {'A', READ, 1}, {0}});
  play("shared memory", ANON_SHARED, (struct step[]){
    {'A', MAP}, {'A', WRITE, 0, 'x'}, {'A', READ, 1}, {'A', FORK}, {'B', READ, 0}, {'B', WRITE, 1, 'y'}, {'A', READ, 1}, {'A', WRITE, 1, 'z'},
    {'A', GIVE_BACK}, {'A', READ, 0}, {'B', EXIT}, {0}});
}
