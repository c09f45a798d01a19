// Amounts, numbers and percentages of each language, against what ICU 78 prints from CLDR 48.
#include "sealcart/locale.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

#include "support/case_rows.h"
#include "support/packs.h"

namespace sealcart {
namespace {

// The pack of "pt-BR" is that of its language, the pack of "pt-PT" one of its own.
const Locale* locale_of(const std::string& tag) {
  static std::map<std::string, std::string> bytes;
  static std::map<std::string, Locale> locales;
  if (bytes.contains(tag)) return locales.contains(tag) ? &locales.at(tag) : nullptr;
  std::string& pack = bytes[tag] = pack_bytes("locale-" + tag);
  const std::string at_home[] = {"en-US", "fa-IR", "it-IT", "pt-BR", "ru-RU", "sq-AL"};
  if (pack.empty() && std::ranges::find(at_home, tag) != std::end(at_home)) {
    pack = pack_bytes("locale-" + tag.substr(0, 2));
  }
  if (pack.empty()) return nullptr;
  Result<Locale> locale = Locale::read(pack);
  EXPECT_TRUE(locale) << tag;
  if (!locale) return nullptr;
  return &locales.emplace(tag, *locale).first->second;
}

// As written, "-0.01" or a sum of 18 digits; past the bound of parse_decimal on purpose.
Decimal decimal_of(const std::string& text) {
  const std::size_t point = text.find('.');
  std::string digits = text;
  if (point != std::string::npos) digits.erase(point, 1);
  const std::size_t scale = point == std::string::npos ? 0 : text.size() - point - 1;
  return {std::strtoll(digits.c_str(), nullptr, 10), static_cast<std::int32_t>(scale)};
}

struct Tally {
  int rows = 0;
  int texts = 0;
};

void expect_money(const std::vector<nlohmann::json>& rows, Tally& tally) {
  for (const nlohmann::json& row : rows) {
    const std::string tag = row["l"];
    const std::string code = row["c"];
    const Locale* locale = locale_of(tag);
    const auto currency = find_currency(code);
    if (locale == nullptr || !currency) continue;
    ++tally.rows;
    const Decimal amount = decimal_of(row["a"]);
    const std::pair<const char*, MoneyStyle> styles[] = {
        {"s", MoneyStyle::symbol}, {"code", MoneyStyle::code}, {"acc", MoneyStyle::accounting}};
    for (const auto& [key, style] : styles) {
      if (!row.contains(key)) continue;
      ++tally.texts;
      EXPECT_EQ(format_money(amount, *currency, *locale, style), row[key].get<std::string>())
          << row.dump();
    }
  }
}

TEST(LocaleMoney, IsWrittenAsCldrWritesItToTheByte) {
  Tally shipped;
  expect_money(shipped_rows("money_cases.jsonl"), shipped);
  EXPECT_GT(shipped.rows, 500);
  Tally shared;
  expect_money(shared_rows("currency/format_cases.jsonl"), shared);
  std::cout << "money: " << shipped.rows << " shipped rows (" << shipped.texts << " texts), "
            << shared.rows << " shared rows (" << shared.texts << " texts)\n";
}

int expect_percent(const std::vector<nlohmann::json>& rows) {
  int count = 0;
  for (const nlohmann::json& row : rows) {
    const Locale* locale = locale_of(row["l"]);
    if (locale == nullptr) continue;
    ++count;
    Decimal share = decimal_of(row["a"]);
    for (; share.scale < 6; ++share.scale) share.coefficient *= 10;
    EXPECT_EQ(format_percent(static_cast<std::int32_t>(share.coefficient), *locale),
              row["s"].get<std::string>())
        << row.dump();
  }
  return count;
}

TEST(LocalePercent, IsWrittenAsCldrWritesItToTheByte) {
  const int shipped = expect_percent(shipped_rows("percent_cases.jsonl"));
  EXPECT_GT(shipped, 20);
  const int shared = expect_percent(shared_rows("currency/percent_cases.jsonl"));
  std::cout << "percent: " << shipped << " shipped rows, " << shared << " shared rows\n";
}

TEST(LocalePlural, FollowsEverySampleOfCldr) {
  const auto rows = shipped_rows("plural_cases.jsonl");
  EXPECT_GT(rows.size(), 300u);
  for (const nlohmann::json& row : rows) {
    const Locale* locale = locale_of(row["l"]);
    ASSERT_NE(locale, nullptr);
    EXPECT_EQ(plural_name(plural_category(*locale, decimal_of(row["n"]))),
              row["category"].get<std::string>())
        << row.dump();
  }
}

TEST(LocaleMoney, MinorUnitsOfALekAreStoredButNotPrinted) {
  const Locale& sq = *locale_of("sq");
  const Currency lek = *find_currency("ALL");
  ASSERT_EQ(lek.exponent, 2);
  EXPECT_EQ(format_money(49, lek, sq), "0\u00a0Lekë");
  EXPECT_EQ(format_money(50, lek, sq), "1\u00a0Lekë");
  EXPECT_EQ(format_money(1'000'000, lek, sq), "10\u00a0000\u00a0Lekë");
}

TEST(LocaleMoney, HoldsEveryAmount) {
  const Currency euro = *find_currency("EUR");
  EXPECT_EQ(format_money(INT64_MIN, euro, *locale_of("en")), "-€92,233,720,368,547,758.08");
  EXPECT_EQ(format_money(INT64_MAX, euro, *locale_of("it")), "92.233.720.368.547.758,07\u00a0€");
}

TEST(LocaleMoney, PortugalAndBrazilDiffer) {
  const Currency euro = *find_currency("EUR");
  EXPECT_EQ(format_money(-123450, euro, *locale_of("pt-PT")), "-1234,50\u00a0€");
  EXPECT_EQ(format_money(-123450, euro, *locale_of("pt")), "-€\u00a01.234,50");
  EXPECT_EQ(format_money(-500, euro, *locale_of("pt-PT"), MoneyStyle::accounting), "(5,00\u00a0€)");
}

TEST(LocaleNumber, KeepsItsDecimals) {
  EXPECT_EQ(format_number(Decimal{-1234500, 3}, *locale_of("en")), "-1,234.500");
  EXPECT_EQ(format_number(9'999, *locale_of("sq")), "9999");
  EXPECT_EQ(format_number(10'000, *locale_of("fa")), "۱۰٬۰۰۰");
  EXPECT_EQ(localize_digits("04/29", *locale_of("fa")), "۰۴/۲۹");
}

TEST(LocaleCountry, HasANameInEachLanguage) {
  EXPECT_EQ(country_name("XK", *locale_of("sq")), "Kosovë");
  EXPECT_EQ(country_name("ZW", *locale_of("ru")), "Зимбабве");
  EXPECT_EQ(country_name("AC", *locale_of("en")), "Ascension Island");
  EXPECT_EQ(country_name("QQ", *locale_of("en")), "");
  EXPECT_EQ(country_name("", *locale_of("en")), "");
  EXPECT_TRUE(locale_of("fa")->right_to_left);
  EXPECT_FALSE(locale_of("ru")->right_to_left);
}

// Any bytes are read or refused; what is read can be used.
TEST(LocalePack, DamagedOnesAreRefusedOrSafe) {
  const std::string pack = pack_bytes("locale-fa");
  const Currency rial = *find_currency("IRR");
  int refused = 0;
  for (std::size_t at = 0; at < pack.size(); ++at) {
    const std::string cut = pack.substr(0, at);
    EXPECT_FALSE(Locale::read(cut)) << at;
    for (const char wrong : {'\n', '\t', '9', ' '}) {
      std::string damaged = pack;
      damaged[at] = wrong;
      const Result<Locale> locale = Locale::read(damaged);
      refused += locale ? 0 : 1;
      if (!locale) continue;
      EXPECT_FALSE(format_money(-123456789, rial, *locale).empty());
      plural_category(*locale, Decimal{-1050, 2});
      country_name("ZW", *locale);
    }
  }
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace sealcart
