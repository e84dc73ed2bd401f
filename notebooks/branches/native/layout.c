/* What a hint does most of the time: it moves the rare path out of the straight line. Read the assembly (layout.txt). */
int plain(int x, int limit) {
  if (x > limit) x %= limit;
  return x + 1;
}

int hinted(int x, int limit) {
  if (__builtin_expect(x > limit, 0)) x %= limit;
  return x + 1;
}
