// Parts of libc that the module links but never needs, kept out of it: 12 KB before compression.
//
// nlohmann's lexer converts a number with a fraction or an exponent by strtod, and words its own
// syntax errors by snprintf. Core refuses such numbers (number_not_integer) without looking at the
// value, and tells syntax errors by its own codes, so neither result is ever read. The tests of the
// wire reader run on this module too (tests/wasm), with JSONTestSuite.
#include <cstddef>

namespace {

// The lexer has scanned the digits already and only checks that all of them were taken.
void take_all(const char* text, char** end) {
  if (end == nullptr) return;
  while (*text != '\0') ++text;
  *end = const_cast<char*>(text);
}

}  // namespace

extern "C" {

double strtod(const char* text, char** end) {
  take_all(text, end);
  return 0.0;
}
// The linker takes all three of a family or none.
float strtof(const char* text, char** end) {
  take_all(text, end);
  return 0.0F;
}
long double strtold(const char* text, char** end) {
  take_all(text, end);
  return 0.0L;
}

int snprintf(char* out, std::size_t size, const char*, ...) {
  if (size > 0) *out = '\0';
  return 0;
}
// Embind names a type that was never bound by its address; every type of the boundary is bound.
// The three are one object of libc: all of them, or it is linked.
int sprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
int siprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
int __small_sprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}
}
