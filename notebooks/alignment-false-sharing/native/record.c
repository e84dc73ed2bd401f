// Five fields, in the order in which somebody thought of them; and the state of a queue between two threads.

struct reading {
  char kind;
  double value;
  char flag;
  int count;
  char unit;
} one;

struct packed_reading {
  char kind;
  double value;
  char flag;
  int count;
  char unit;
} __attribute__((packed)) two;

struct queue {
  void **slots;
  unsigned mask;
  _Alignas(128) unsigned head; // the consumer writes it
  _Alignas(128) unsigned tail; // the producer writes it
} three;
