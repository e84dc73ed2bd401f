// What this compiler says two things must be apart not to disturb each other, and may be to be fetched together.
#include <cstdio>
#include <new>

int main() {
  std::printf("destructive %zu, constructive %zu\n", std::hardware_destructive_interference_size,
              std::hardware_constructive_interference_size);
}
