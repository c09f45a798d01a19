// VAT ids and tax ids: published cases, and what check digits catch.
#include "sealcart/validate/tax_id.h"

#include <gtest/gtest.h>

#include "core/support/random.h"
#include "support/case_rows.h"
#include "support/said.h"

namespace sealcart {
namespace {

constexpr CivilDate kTaxToday{2026, 6, 15};

std::string tax_id_says(std::string_view text, std::string_view country) {
  Findings findings;
  check_tax_id("taxId", text, country, kTaxToday, findings);
  return said(findings);
}

bool is_good_tax_id(std::string_view country, std::string_view text) {
  return is_person_id(country, text, kTaxToday);
}

int check_tax_rows(const std::vector<nlohmann::json>& rows) {
  int count = 0;
  for (const auto& row : rows) {
    const auto input = row["input"].get<std::string>();
    const auto locale = row["locale"].get<std::string>();
    const bool is_vat = row["kind"] == "vat";
    const std::string country = is_vat ? locale : locale.substr(3);
    const bool good = is_vat ? is_vat_id(country, input) : is_good_tax_id(country, input);
    EXPECT_EQ(good, row["valid"].get<bool>()) << row;
    ++count;
  }
  return count;
}

TEST(TaxIdCases, ShippedOnesAllAgree) {
  EXPECT_EQ(check_tax_rows(shipped_rows("tax_id_cases.jsonl")), 245);
}

TEST(TaxIdCases, BesideTheRepositoryAllAgree) {
  RecordProperty("cases", check_tax_rows(shared_rows("tax/vat_id_cases.jsonl")));
}

// Ids the administrations, companies and standards print as examples.
struct KnownId {
  std::string_view country, id;
};
constexpr KnownId kKnownVatIds[] = {
    {"AU", "51824753556"},   {"BE", "BE0403170701"}, {"CH", "CHE-116.281.710 MWST"},
    {"CH", "CHE116281710"},  {"DE", "DE136695976"},  {"DK", "DK13585628"},
    {"EE", "EE100931558"},   {"FI", "FI20774740"},   {"GR", "EL094259216"},
    {"HR", "HR33392005961"}, {"HU", "HU12892312"},   {"IT", "IT00743110157"},
    {"LU", "LU15027442"},    {"MT", "MT11679112"},   {"NO", "NO995525828MVA"},
    {"PL", "PL8567346215"},  {"PT", "PT501964843"},  {"SE", "SE123456789701"},
    {"SI", "SI50223054"},    {"SK", "SK2022749619"}, {"AR", "20267565393"},
};

TEST(VatId, AcceptsKnownIdsWithoutAWord) {
  for (const KnownId& known : kKnownVatIds) {
    EXPECT_EQ(tax_id_says(known.id, known.country), "") << known.id;
  }
}

constexpr KnownId kKnownPersonIds[] = {
    {"AT", "931736581"},     {"AT", "93-173/6581"},    {"BE", "00012511119"},
    {"BG", "7501010010"},    {"BR", "111.444.777-35"}, {"BR", "04.252.011/0001-10"},
    {"CY", "00123123T"},     {"CZ", "710319/2745"},    {"DE", "26954371827"},
    {"DE", "86095742719"},   {"DK", "010111-1113"},    {"EE", "37102250382"},
    {"ES", "X1234567L"},     {"FI", "131052-308T"},    {"FR", "30 23 217 600 053"},
    {"GB", "AA123456C"},     {"GR", "032792320"},      {"HR", "94577403194"},
    {"HU", "8071592153"},    {"IE", "1234567T"},       {"IT", "DMLPRY77D15H501F"},
    {"LT", "33309240064"},   {"LU", "1893120105732"},  {"LV", "161175-19997"},
    {"MT", "1234567A"},      {"NL", "174559434"},      {"PL", "2234567895"},
    {"PT", "299999998"},     {"RO", "1630615123457"},  {"SE", "640823-3234"},
    {"SI", "15012557"},      {"SK", "530121999"},      {"US", "01-1234567"},
    {"AR", "20-26756539-3"}, {"CA", "046 454 286"},    {"UA", "1759013776"},
};

TEST(PersonTaxId, AcceptsExamplesOfTheAdministrations) {
  for (const KnownId& known : kKnownPersonIds) {
    EXPECT_TRUE(is_good_tax_id(known.country, known.id)) << known.country << " " << known.id;
  }
}

// A wrong digit is caught where the modulus is a prime above 10, or by Luhn and its kind.
TEST(PersonTaxId, AWrongLastDigitIsCaught) {
  constexpr std::string_view kWithoutCheck = "GB MT SK RO US BG";
  for (const KnownId& known : kKnownPersonIds) {
    if (kWithoutCheck.find(known.country) != std::string_view::npos) continue;
    std::string wrong(known.id);
    char& last = wrong[wrong.find_last_of("0123456789")];
    last = last == '9' ? '0' : static_cast<char>(last + 1);
    EXPECT_FALSE(is_good_tax_id(known.country, wrong)) << known.country << " " << wrong;
  }
}

TEST(VatId, AWrongCheckDigitOnlyAsksUnlessItIsCertain) {
  for (const KnownId& known : kKnownVatIds) {
    const bool certain = known.country == "AU" || known.country == "PT" || known.country == "CH";
    std::string wrong(known.id);
    // The digit before the last two: Sweden's last two are no check.
    char& digit = wrong[wrong.find_last_of("0123456789") - (known.country == "SE" ? 2 : 0)];
    digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    const std::string said = tax_id_says(wrong, known.country);
    EXPECT_EQ(said.find("tax_id_invalid"), 0u) << wrong;
    EXPECT_EQ(said.find("(warning)") == std::string::npos, certain) << wrong;
  }
}

TEST(TaxId, SaysWhatIsWrong) {
  EXPECT_EQ(tax_id_says("DE 136 695 976", "DE"), "tax_id_invalid country=DE -> DE136695976");
  EXPECT_EQ(tax_id_says("IT00743110157", "DE"), "tax_id_country_mismatch country=IT expected=DE");
  EXPECT_EQ(tax_id_says("EL094259216", "GR"), "");
  EXPECT_EQ(tax_id_says("EL094259216", "FR"), "tax_id_country_mismatch country=GR expected=FR");
  EXPECT_EQ(tax_id_says("DE136695976", "FR"), "tax_id_country_mismatch country=DE expected=FR");
  EXPECT_EQ(tax_id_says("123", "DE"), "tax_id_invalid country=DE");
  EXPECT_EQ(tax_id_says("123", "KP"), "tax_id_country_unknown country=KP");
  EXPECT_EQ(tax_id_says("123", ""), "tax_id_country_unknown country=");
  EXPECT_EQ(tax_id_says(std::string(65, '1'), "DE"), "text_too_long max=64");
}

TEST(TaxId, ASuggestionIsNeverRefused) {
  for (const KnownId& known : kKnownVatIds) {
    std::string spaced;
    for (const char c : known.id) (spaced += c) += ' ';
    Findings findings;
    check_tax_id("id", spaced, known.country, kTaxToday, findings);
    if (findings.all().empty() || findings.all()[0].suggestion.empty()) continue;
    EXPECT_EQ(tax_id_says(findings.all()[0].suggestion, known.country), "") << spaced;
  }
}

TEST(TaxId, ReadsAnyBytesOfAnyCountry) {
  Random random(7064);
  constexpr std::string_view kAlphabet = "0123456789012345ABXYZ-/. +";
  for (int i = 0; i < rounds(50'000); ++i) {
    const std::string country{static_cast<char>(random.between('A', 'Z')),
                              static_cast<char>(random.between('A', 'Z'))};
    std::string text(static_cast<std::size_t>(random.between(0, 20)), ' ');
    for (char& c : text) c = kAlphabet[random.below(kAlphabet.size())];
    if (random.one_in(10)) text += '\xC3';
    tax_id_says(text, country);
  }
}

}  // namespace
}  // namespace sealcart
