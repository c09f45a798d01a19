// What every check has in common: it says nothing about an empty field, and never takes long.
#include <gtest/gtest.h>

#include <chrono>
#include <cstring>
#include <string>

#include "sealcart/validate/card_details.h"
#include "sealcart/validate/date.h"
#include "sealcart/validate/email.h"
#include "sealcart/validate/iban.h"
#include "sealcart/validate/name.h"
#include "sealcart/validate/number.h"
#include "sealcart/validate/tax_id.h"
#include "sealcart/validate/text.h"

namespace sealcart {
namespace {

constexpr CivilDate kAnyToday{2026, 6, 15};

using FieldCheck = void (*)(std::string_view text, Findings& out);

struct NamedCheck {
  const char* name;
  FieldCheck check;
};
constexpr NamedCheck kChecks[] = {
    {"email", [](std::string_view t, Findings& out) { check_email("f", t, out); }},
    {"person",
     [](std::string_view t, Findings& out) { check_name("f", t, NameKind::person, out); }},
    {"company",
     [](std::string_view t, Findings& out) { check_name("f", t, NameKind::company, out); }},
    {"text", [](std::string_view t, Findings& out) { check_text("f", t, 4096, out); }},
    {"number", [](std::string_view t, Findings& out) { check_number("f", t, 0, 9, out); }},
    {"quantity", [](std::string_view t, Findings& out) { check_quantity("f", t, {}, out); }},
    {"date", [](std::string_view t, Findings& out) { check_date("f", t, {}, out); }},
    {"card", [](std::string_view t, Findings& out) { check_card_number("f", t, 0, out); }},
    {"expiry",
     [](std::string_view t, Findings& out) { check_card_expiry("f", t, kAnyToday, out); }},
    {"code", [](std::string_view t, Findings& out) { check_card_code("f", t, 3, out); }},
    {"holder", [](std::string_view t, Findings& out) { check_card_holder("f", t, out); }},
    {"iban", [](std::string_view t, Findings& out) { check_iban("f", t, out); }},
    {"tax id DE",
     [](std::string_view t, Findings& out) { check_tax_id("f", t, "DE", kAnyToday, out); }},
    {"tax id RO",
     [](std::string_view t, Findings& out) { check_tax_id("f", t, "RO", kAnyToday, out); }},
    {"tax id ES",
     [](std::string_view t, Findings& out) { check_tax_id("f", t, "ES", kAnyToday, out); }},
};

TEST(EveryCheck, SaysNothingAboutAnEmptyField) {
  for (const NamedCheck& named : kChecks) {
    Findings findings;
    named.check("", findings);
    EXPECT_TRUE(findings.all().empty()) << named.name;
  }
}

TEST(EveryCheck, SaysNothingAboutBlanks) {
  for (const NamedCheck& named : kChecks) {
    Findings findings;
    named.check("  \t ", findings);
    EXPECT_TRUE(findings.all().empty()) << named.name;
  }
}

// 4 KiB of what each check might stumble over, within 1 ms; and the same at the field's own limit.
TEST(EveryCheck, EndsSoonOnHostileText) {
  std::vector<std::string> hostile;
  for (const char* part :
       {"1", "a", "@", ".", "a.", "1-", " ", "\xFF", "\xE2\x80", "4 ", "۱", "/"}) {
    for (const std::size_t size : {std::size_t{64}, std::size_t{250}, std::size_t{4096}}) {
      std::string text;
      while (text.size() + std::strlen(part) <= size) text += part;
      hostile.push_back(text);
    }
  }
  for (const NamedCheck& named : kChecks) {
    for (const std::string& text : hostile) {
      auto best = std::chrono::nanoseconds::max();
      for (int i = 0; i < 5; ++i) {  // another program may have had the core meanwhile
        Findings findings;
        const auto start = std::chrono::steady_clock::now();
        named.check(text, findings);
        best = std::min(best, std::chrono::nanoseconds(std::chrono::steady_clock::now() - start));
      }
      EXPECT_LT(best, std::chrono::milliseconds(1)) << named.name << " " << text.substr(0, 20);
    }
  }
}

}  // namespace
}  // namespace sealcart
