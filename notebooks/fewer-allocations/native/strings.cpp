/* Four ways to build a text of n pieces of 16 bytes: us a text, and allocations. */
#include "common.h"
#include <string>

static const std::string piece = "0123456789abcde;"; /* 16 bytes */

static void rebuilt(int n) {
  std::string s;
  for (int i = 0; i < n; ++i) s = s + piece; /* a new string from the old one and the piece */
  keep(s);
}
static void appended(int n) {
  std::string s;
  for (int i = 0; i < n; ++i) s += piece;
  keep(s);
}
static void reserved(int n) {
  std::string s;
  s.reserve(n * piece.size());
  for (int i = 0; i < n; ++i) s += piece;
  keep(s);
}
static void reused(int n) {
  static std::string s;
  s.clear(); /* keeps its room */
  for (int i = 0; i < n; ++i) s += piece;
  keep(s);
}

int main() {
  printf("pieces   s = s + piece         s += piece        reserve, +=       clear, +=\n");
  printf("           us  allocations     us  allocations    us  allocations    us  allocations\n");
  for (int n : {10, 100, 1000, 2000, 4000, 8000}) {
    int calls = n > 1000 ? 1 : 4000 / n;
    void (*ways[])(int) = {rebuilt, appended, reserved, reused};
    printf("%6d", n);
    for (auto way : ways) {
      cost c = measure(25, calls, [&] { way(n); });
      printf("  %8.2f  %7.0f", c.ns / 1000, c.count);
    }
    printf("\n");
  }
}
