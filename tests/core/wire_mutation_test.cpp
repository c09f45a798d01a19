// Damaged documents, drawn from a fixed seed: no crash, and each is read whole or refused whole.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "sealcart/wire.h"
#include "sealcart/wire_types.h"
#include "support/example_json.h"

namespace sealcart {
namespace {

constexpr int kMutations = 100'000;

constexpr std::array<std::string_view, 28> kTokens{
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "1e9",
    "1e999",
    "99999999999999999999",
    "9007199254740992",
    "\"\"",
    "{}",
    "[]",
    "\"__proto__\":1,",
    "\\u0000",
    "\\ud800",
    "\xC3",
    "\xED\xA0\x80",
    "\xF0\x9F\x98\x80",
    " ",
    std::string_view("\0", 1),
};

class Damage {
 public:
  explicit Damage(std::uint32_t seed) : random_(seed) {}

  std::string to(std::string text) {
    for (std::size_t n = 1 + below(3); n > 0; --n) once(text);
    return text;
  }

 private:
  // The library's distributions differ between platforms.
  std::size_t below(std::size_t bound) { return random_() % bound; }

  void once(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t size = std::min(below(12), text.size() - at);
    switch (below(5)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, kTokens[below(kTokens.size())]);
        break;
      case 2:
        text.replace(at, size, kTokens[below(kTokens.size())]);
        break;
      case 3:
        text.insert(below(text.size() + 1), text.substr(at, below(80)));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
    }
  }

  std::mt19937 random_;
};

struct Counts {
  int read = 0, refused = 0;
};

template <class T>
Counts damage(const std::string& document, std::uint32_t seed) {
  EXPECT_TRUE(read_json<T>(document)) << document;
  Damage damaged(seed);
  Counts counts;
  for (int i = 0; i < kMutations && !testing::Test::HasFailure(); ++i) {
    const std::string text = damaged.to(document);
    const Result<T> value = read_json<T>(text);
    if (!value) {
      ++counts.refused;
      EXPECT_FALSE(error_message(value.error()).empty());
      continue;
    }
    ++counts.read;
    EXPECT_TRUE(scan_json(text)) << text;
    std::string once, twice;
    write_json(once, *value);
    const Result<T> again = read_json<T>(once);
    EXPECT_TRUE(again) << text << "\n" << once;
    if (again) write_json(twice, *again);
    EXPECT_EQ(once, twice) << text;
  }
  EXPECT_EQ(counts.read + counts.refused, kMutations);
  EXPECT_GT(counts.read, kMutations / 200) << "the damage leaves too little to read";
  return counts;
}

TEST(DamagedJson, AnyKindOfField) { damage<Example>(kExampleJson, 1); }

TEST(DamagedJson, Operation) {
  damage<Op>(R"({"v":1,"cart":"00112233445566778899aabbccddeeff","replica":7,"n":1,"lamport":3,)"
             R"("base":0,"kind":"add","sku":"TEE-M","units":2,"born":3,)"
             R"("destination":{"country":"US","region":"NY","postalCode":"10001"}})",
             2);
}

TEST(DamagedJson, StoreDocument) {
  damage<StoreDocument>(
      R"({"id":"demo","name":"Demo","version":1,"currency":"USD","defaultZone":"us",)"
      R"("taxCategories":["standard"],)"
      R"("zones":[{"id":"us","places":[{"country":"US","regions":["NY"]}]}],)"
      R"("taxRates":[{"id":"ny","zone":"us","category":"standard","name":"Tax","ratePpm":88750}],)"
      R"("promotions":[{"id":"p","name":"10 %","target":"order","kind":"percent",)"
      R"("ratePpm":100000}],)"
      R"("shippingMethods":[{"id":"s","name":"Standard","zones":["us"],"amount":499,)"
      R"("freeFrom":5000,)"
      R"("taxCategory":"standard"}],"fees":[]})",
      3);
}

}  // namespace
}  // namespace sealcart
