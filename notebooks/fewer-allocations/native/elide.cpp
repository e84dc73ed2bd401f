/* Three functions that say `new`. Which of them still call operator new at -O2? */
struct point { int x, y; };
int stays(int a, int b) {
  point *p = new point{a, b};
  int sum = p->x + p->y;
  delete p;
  return sum;
}
point *returned(int a, int b) { return new point{a, b}; }
void look(const point *);
int shown(int a, int b) {
  point *p = new point{a, b};
  look(p); /* defined elsewhere: who knows what it keeps */
  int sum = p->x + p->y;
  delete p;
  return sum;
}
