/* An allocation budget as a test. `./budget` passes; built with -DREGRESSION a colleague has made the path a string by value. */
#include "common.h"
#include <string>
#include <string_view>

#ifdef REGRESSION
using text = std::string;
#else
using text = std::string_view;
#endif

/* the hot path: sees the shop's requests, ignores the rest */
__attribute__((noinline)) static bool in_shop(text path) { return path.substr(0, 6) == "/shop/"; }

static int failures;
template <class F> void expect_allocations(const char *name, uint64_t budget, F f) {
  f(); /* the first call may fill caches of its own */
  uint64_t before = allocations;
  f();
  uint64_t seen = allocations - before;
  bool ok = seen <= budget;
  failures += !ok;
  printf("%s %s: %lu allocations, budget %lu\n", ok ? "ok  " : "FAIL", name, (unsigned long)seen, (unsigned long)budget);
}

int main() {
  const char *path = "/shop/department/item/1234";
  int hits = 0;
  expect_allocations("in_shop, 1000 requests", 0, [&] { for (int i = 0; i < 1000; ++i) hits += in_shop(text(path)); });
  if (hits != 2000) return 2;
  return failures;
}
