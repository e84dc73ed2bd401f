// Four mistakes with memory, one for each number on the command line. None of them need crash.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
  struct node *next;
  char name[24];
};

static struct node *push(struct node *list, const char *name) {
  struct node *node = malloc(sizeof *node);
  node->next = list;
  snprintf(node->name, sizeof node->name, "%s", name);
  return node;
}

int main(int argc, char **argv) {
  int mistake = argc > 1 ? atoi(argv[1]) : 0;
  struct node *list = NULL;
  for (int i = 0; i < 3; ++i) list = push(list, "session");

  if (mistake == 1) { // overflow: one byte behind the end
    char *copy = malloc(strlen(list->name));
    strcpy(copy, list->name);
    printf("%c\n", copy[0]);
    free(copy);
  }
  if (mistake == 2) { // use after free
    struct node *second = list->next;
    free(second);
    printf("%c\n", second->name[0]);
    list->next = NULL;
  }
  if (mistake == 3) { // read before write
    int *counts = malloc(4 * sizeof *counts);
    counts[0] = 1;
    if (counts[1] > 0) puts("some");
    else puts("none");
    free(counts);
  }
  if (mistake == 4) list = NULL; // the list is lost: a leak
  while (list) {
    struct node *next = list->next;
    free(list);
    list = next;
  }
  return 0;
}
