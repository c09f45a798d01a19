// Addresses of all countries against the cases of libaddressinput, postal-codes-js and
// validator.js.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "support/address_packs.h"
#include "support/case_rows.h"

namespace sealcart {
namespace {

void check_postal_row(const nlohmann::json& row) {
  const std::string code = row["postal_code"];
  const std::string country = row["country"];
  const bool valid = row["valid"].get<bool>();
  EXPECT_EQ(is_postal_code(code, country_of_pack(country)), valid) << row;
  // Written as the post does, it is a code still.
  const std::string written = format_postal_code(code, country_of_pack(country));
  EXPECT_TRUE(!valid || is_postal_code(written, country_of_pack(country))) << row << written;
  const std::string told = address_said({.country = country, .postal_code = code});
  const bool refused = told.find("postal_code_invalid") != std::string::npos;
  const bool blank = code.find_first_not_of(' ') == std::string::npos;  // may be optional
  EXPECT_TRUE(blank || refused != valid) << row << told;
}

void check_region_row(const nlohmann::json& row) {
  const std::string country = row["country"];
  const std::string admin = row["admin"];
  const std::string code = row["postal_code"];
  const std::string told = address_said({.country = country, .region = admin, .postal_code = code});
  EXPECT_EQ(told.find("_invalid"), std::string::npos) << row << told;
  EXPECT_EQ(told.find("region_unknown"), std::string::npos) << row << told;
  EXPECT_EQ(told.find("postal_code_region_mismatch") == std::string::npos, row["match"].get<bool>())
      << row << told;
}

std::string_view problem_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::field_required:
      return "MISSING_REQUIRED_FIELD";
    case ErrorCode::field_unused:
      return "UNEXPECTED_FIELD";
    case ErrorCode::postal_code_invalid:
      return "INVALID_FORMAT";
    case ErrorCode::postal_code_region_mismatch:
      return "MISMATCHING_VALUE";
    case ErrorCode::region_unknown:
    case ErrorCode::city_unknown:
      return "UNKNOWN_VALUE";
    default:
      return "OTHER";
  }
}

void check_whole_row(const nlohmann::json& row) {
  std::map<std::string, std::string> texts;
  for (const auto& [name, text] : row["address"].items()) texts[name] = text.get<std::string>();
  const PostalAddress address{.country = texts["country"],
                              .name = texts["recipient"],
                              .organization = texts["organization"],
                              .line1 = texts["street"],
                              .district = texts["dependent_locality"],
                              .city = texts["locality"],
                              .region = texts["admin_area"],
                              .postal_code = texts["postal_code"],
                              .sorting_code = texts["sorting_code"]};
  std::map<std::string, std::string> found;
  const Findings findings = findings_of(address);
  for (const Finding& finding : findings.all()) {
    found[std::string(finding.path)] = problem_of(finding.code);
  }
  for (const auto& [field, problem] : row["problems"].items()) {
    EXPECT_EQ(found[field], problem.get<std::string>()) << field << row;
  }
  for (const auto& field : row["no_problem_on"]) {
    EXPECT_FALSE(found.contains(field.get<std::string>())) << field << row;
  }
  if (row["exact"].get<bool>()) {
    EXPECT_EQ(found.size(), row["problems"].size()) << row << address_said(address);
  }
}

void check_address_row(const nlohmann::json& row) {
  if (row.contains("valid")) return check_postal_row(row);
  if (row.contains("match")) return check_region_row(row);
  check_whole_row(row);
}

TEST(AddressCases, ShippedAllAgree) {
  const auto rows = shipped_rows("address_cases.jsonl");
  for (const auto& row : rows) check_address_row(row);
  EXPECT_EQ(rows.size(), 261U);
}

TEST(AddressCases, BesideTheRepositoryAllAgree) {
  int count = 0;
  for (const char* name : {"postal_cases", "admin_postal_cases", "verify_cases"}) {
    for (const auto& row : shared_rows("address/" + std::string(name) + ".jsonl")) {
      check_address_row(row);
      ++count;
    }
  }
  RecordProperty("cases", count);
}

// An address with all the fields its country uses, with one of them left out.
struct WholeAddress {
  std::map<std::string, std::string> texts;

  // What stops the order then.
  std::string said_without(const std::string& field) const {
    auto left = texts;
    left[field].clear();
    const PostalAddress address{.country = left["country"],
                                .name = left["name"],
                                .organization = left["organization"],
                                .line1 = left["street"],
                                .district = left["dependent_locality"],
                                .city = left["city"],
                                .region = left["admin_area"],
                                .postal_code = left["postal_code"],
                                .sorting_code = left["sorting_code"]};
    const Findings findings = findings_of(address);
    std::string errors;
    for (const Finding& finding : findings.all()) {
      if (finding.severity == Severity::error) errors += std::string(finding.path) + " ";
    }
    return errors;
  }
};

WholeAddress whole_address(const std::string& code, const nlohmann::json& country) {
  WholeAddress address{{{"country", code}}};
  for (const auto& field : country["used"])
    address.texts[field.get<std::string>()] = "Some place 1";
  const auto regions = address_packs().regions.of(code);
  if (!regions.empty()) address.texts["admin_area"] = regions[0].name;
  const std::string_view examples = country_of_pack(code).examples;
  if (address.texts.contains("postal_code")) {
    address.texts["postal_code"] =
        examples.empty() ? "1234" : examples.substr(0, examples.find(','));
  }
  return address;
}

TEST(AddressCountries, RequireWhatTheirSourceRequires) {
  std::ifstream file(SEALCART_SOURCE_DIR "/../shared/data/address/countries.json");
  const auto all = nlohmann::json::parse(file, nullptr, false);
  if (!all.is_object()) GTEST_SKIP() << "the source lies beside the repository";
  // Its rows of these are of unknown countries; countryinfo, in the same place, has them.
  const std::string elsewhere = "AR BR CN JP KR RU TW US";
  for (const auto& [code, country] : all.items()) {
    if (elsewhere.find(code) != std::string::npos) continue;
    const WholeAddress address = whole_address(code, country);
    EXPECT_EQ(address.said_without("nothing"), "") << code;
    for (const auto& field : country["used"]) {
      const std::string name = field.get<std::string>();
      const auto& required = country["required"];
      const bool demands = std::find(required.begin(), required.end(), field) != required.end();
      const std::string path = name == "city" ? "locality " : name + " ";
      EXPECT_EQ(address.said_without(name), demands ? path : "") << code << name;
    }
  }
}

}  // namespace
}  // namespace sealcart
