/* The parser of the notebook, natively: the time of the failed requests of a log, six ways.
     ./parse                 table: ns and allocations a line
     ./parse fields|copies|hoisted|views|reused|streamed  ten passes, for a tool to watch */
#include "common.h"
#include <charconv>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

static std::string make_log(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i)
    text += std::to_string(100000 + i) + " GET /shop/department/item/" + std::to_string(below(10000)) + (below(10) ? " 200 " : " 500 ") +
            std::to_string(below(9000)) + "\n";
  return text;
}

static int number(std::string_view s) {
  int n = 0;
  std::from_chars(s.data(), s.data() + s.size(), n);
  return n;
}

/* what most of us write first: a stream a line, a string a field */
static long fields(const std::string &text) {
  long sum = 0;
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::vector<std::string> field;
    std::string word;
    while (words >> word) field.push_back(word);
    if (std::stoi(field[3]) >= 500) sum += std::stoi(field[4]);
  }
  return sum;
}

/* the same fields cut out by position, each still a string of its own */
static long copies(const std::string &text) {
  long sum = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    std::vector<std::string> field;
    while (at < end) {
      size_t stop = std::min(text.find(' ', at), end);
      field.push_back(text.substr(at, stop - at));
      at = stop + 1;
    }
    at = end + 1;
    if (number(field[3]) >= 500) sum += number(field[4]);
  }
  return sum;
}

/* the list of fields made once: clear() keeps its room */
static long hoisted(const std::string &text) {
  long sum = 0;
  std::vector<std::string> field;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    field.clear();
    while (at < end) {
      size_t stop = std::min(text.find(' ', at), end);
      field.push_back(text.substr(at, stop - at));
      at = stop + 1;
    }
    at = end + 1;
    if (number(field[3]) >= 500) sum += number(field[4]);
  }
  return sum;
}

struct record { int time, status, micros; std::string_view path; };

template <class Each> static void each_line(std::string_view text, Each each) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    std::string_view field[5];
    for (auto &f : field) {
      f = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(line.size(), f.size() + 1));
    }
    each(record{number(field[0]), number(field[3]), number(field[4]), field[2]});
  }
}

static long total(const std::vector<record> &records) {
  long sum = 0;
  for (const record &r : records)
    if (r.status >= 500) sum += r.micros;
  return sum;
}

/* fields are views of the text; the list of records is made anew */
static long views(const std::string &text) {
  std::vector<record> records;
  each_line(text, [&](const record &r) { records.push_back(r); });
  return total(records);
}

/* the same list, emptied and filled again */
static long reused(const std::string &text) {
  static std::vector<record> records;
  records.clear();
  each_line(text, [&](const record &r) { records.push_back(r); });
  return total(records);
}

/* no list: the sum needs one line at a time */
static long streamed(const std::string &text) {
  long sum = 0;
  each_line(text, [&](const record &r) { if (r.status >= 500) sum += r.micros; });
  return sum;
}

int main(int argc, char **argv) {
  const int lines = 1000;
  const std::string log = make_log(lines);
  struct { const char *name; long (*parse)(const std::string &); } ways[] = {
      {"fields", fields}, {"copies", copies}, {"hoisted", hoisted}, {"views", views}, {"reused", reused}, {"streamed", streamed}};
  if (argc > 1) {
    for (auto &way : ways)
      if (!strcmp(argv[1], way.name))
        for (int pass = 0; pass < 10; ++pass) { long sum = way.parse(log); keep(sum); }
    return 0;
  }
  printf("            ns a line  allocations a line  bytes a line\n");
  enum { WAYS = sizeof ways / sizeof *ways };
  cost least[WAYS];
  for (int round = 0; round < 40; ++round) /* all ways in turn, so that a disturbance hits all of them */
    for (int w = 0; w < WAYS; ++w) {
      if (round == 0 && ways[w].parse(log) != fields(log)) return 1;
      cost c = measure(1, 5, [&] { long sum = ways[w].parse(log); keep(sum); });
      if (round == 0 || c.ns < least[w].ns) least[w] = c;
    }
  for (int w = 0; w < WAYS; ++w)
    printf("%-10s  %9.1f  %18.3f  %12.1f\n", ways[w].name, least[w].ns / lines, least[w].count / lines, least[w].bytes / lines);
}
