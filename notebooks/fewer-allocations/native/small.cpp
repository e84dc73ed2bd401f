/* What a small buffer inside the object saves, and what it costs.
     ./small strings   std::string by length
     ./small numbers   a list of n ints: std::vector against one with room for 8 inside
     ./small spread    a million lists of 3 ints, by the room inside
     ./small calls     std::function by the size of what it captures */
#include "common.h"
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/* The whole idea: elements live inside the object until there are more than N. No copying, to keep it short. */
template <int N> class small_list {
  int *data = inside, room = N, count = 0;
  int inside[N];
  void grow() {
    int *more = static_cast<int *>(operator new(2 * room * sizeof(int)));
    memcpy(more, data, count * sizeof(int));
    if (data != inside) operator delete(data);
    data = more, room *= 2;
  }
public:
  small_list() {}
  small_list(const small_list &) = delete;
  ~small_list() { if (data != inside) operator delete(data); }
  void push_back(int x) {
    if (count == room) grow();
    data[count++] = x;
  }
  const int *begin() const { return data; }
  const int *end() const { return data + count; }
};

/* the standard vector behind the same face: one pointer to elements elsewhere */
template <class List> __attribute__((noinline)) void fill(int n) {
  List list;
  for (int i = 0; i < n; ++i) list.push_back(i);
  keep(list);
}

static void strings() {
  printf("sizeof(std::string) %zu, room inside for %zu characters\n", sizeof(std::string), std::string().capacity());
  printf("length  ns a string  allocations  bytes\n");
  static const char text[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
  for (int length : {4, 8, 12, 15, 16, 20, 24, 32}) {
    volatile int n = length;
    cost c = measure(31, 200000, [&] { std::string s(text, n); keep(s); });
    printf("%6d  %11.1f  %11.0f  %5.0f\n", length, c.ns, c.count, c.bytes);
  }
  cost pair = measure(31, 200000, [] { void *p = operator new(17); keep(p); operator delete(p); });
  printf("new and delete of 17 bytes alone: %.1f ns\n", pair.ns);
}

static void numbers() {
  printf("sizeof(std::vector<int>) %zu, sizeof(small_list<8>) %zu\n", sizeof(std::vector<int>), sizeof(small_list<8>));
  printf("ints  vector ns  allocations  small_list<8> ns  allocations\n");
  for (int n : {1, 2, 4, 8, 9, 16, 32, 64}) {
    cost v = measure(31, 100000, [&] { fill<std::vector<int>>(n); });
    cost s = measure(31, 100000, [&] { fill<small_list<8>>(n); });
    printf("%4d  %9.1f  %11.0f  %16.1f  %11.0f\n", n, v.ns, v.count, s.ns, s.count);
  }
}

template <class List> static void spread_of(const char *name) {
  const int lists = 1000000;
  auto all = std::make_unique<List[]>(lists);
  for (int i = 0; i < lists; ++i)
    for (int k = 0; k < 3; ++k) all[i].push_back(k);
  long sum = 0;
  cost c = measure(7, 1, [&] { for (int i = 0; i < lists; ++i) for (int x : all[i]) sum += x; keep(sum); });
  if (sum % 3) exit(1);
  printf("%-16s  %15zu  %9.1f\n", name, sizeof(List), c.ns / lists);
}

static void spread() {
  printf("room inside       bytes an object  ns a list\n");
  spread_of<small_list<4>>("4 ints");
  spread_of<small_list<8>>("8 ints");
  spread_of<small_list<16>>("16 ints");
  spread_of<small_list<64>>("64 ints");
  spread_of<small_list<256>>("256 ints");
}

template <int Bytes> static void call_with() {
  struct { char bytes[Bytes]; } capture = {};
  cost c = measure(31, 200000, [&] { std::function<int()> f([capture] { return capture.bytes[0]; }); keep(f); });
  printf("%14d  %4.1f  %11.0f\n", Bytes, c.ns, c.count);
}

static void calls() {
  printf("bytes captured    ns  allocations\n");
  call_with<8>();
  call_with<16>();
  call_with<24>();
  call_with<32>();
}

int main(int argc, char **argv) {
  if (argc != 2) return 1;
  if (!strcmp(argv[1], "strings")) strings();
  if (!strcmp(argv[1], "numbers")) numbers();
  if (!strcmp(argv[1], "spread")) spread();
  if (!strcmp(argv[1], "calls")) calls();
}
