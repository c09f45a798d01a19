// Phone numbers against the cases of libphonenumber.
#include "sealcart/validate/phone.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "core/support/random.h"
#include "core/support/told.h"
#include "support/case_rows.h"

namespace sealcart {
namespace {

std::string phone_pack(const std::string& name) {
  std::ifstream file(SEALCART_SOURCE_DIR "/core/data/packs/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

struct PhonePacks {
  std::string table_bytes = phone_pack("phone.txt");
  std::string format_bytes = phone_pack("phone-formats.txt");
  PhoneTable table = *PhoneTable::read(table_bytes);
  PhoneFormats formats = *PhoneFormats::read(format_bytes);
};

const PhonePacks& packs() {
  static const PhonePacks loaded;
  return loaded;
}

PhoneNumber parsed(std::string_view text, std::string_view region) {
  return parse_phone(text, region, packs().table);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

std::string as_typed(std::string_view text, std::string_view region) {
  return phone_as_typed(text, region, packs().table, packs().formats);
}

void check_case_row(const nlohmann::json& row) {
  const std::string input = row["input"];
  const std::string region = row["default_region"];
  const PhoneNumber number = parsed(input, region);
  EXPECT_EQ(number.valid(), row["valid"].get<bool>()) << row.dump();
  EXPECT_EQ(number.possible, row["possible"].get<bool>()) << row.dump();
  if (!row["valid"].get<bool>()) return;
  EXPECT_EQ(phone_e164(number), row["e164"].get<std::string>()) << row.dump();
  EXPECT_EQ(number.region, row["number_region"].get<std::string>()) << row.dump();
  const std::string national = phone_national(number, packs().formats);
  const std::string international = phone_international(number, packs().formats);
  EXPECT_EQ(national, row["national"].get<std::string>()) << row.dump();
  EXPECT_EQ(international, row["international"].get<std::string>()) << row.dump();
  if (number.extension.size > 0) return;
  // Typed to the end, it looks as it is written.
  EXPECT_EQ(as_typed(phone_e164(number), region), international);
  const PhoneNumber home = parsed(national, number.region);
  if (phone_e164(home) == phone_e164(number)) {
    EXPECT_EQ(as_typed(digits_of(national), number.region), national);
  }
}

TEST(PhoneCases, ShippedAllAgree) {
  const auto rows = shipped_rows("phone.jsonl");
  for (const auto& row : rows) check_case_row(row);
  EXPECT_EQ(rows.size(), 629U);
}

TEST(PhoneCases, BesideTheRepositoryAllAgree) {
  const auto rows = shared_rows("phone/cases.jsonl");
  for (const auto& row : rows) check_case_row(row);
  RecordProperty("cases", static_cast<int>(rows.size()));
}

TEST(PhoneCases, OfMobileNumbersAgreeWhereTheSourcesDo) {
  int count = 0;
  for (const auto& row : shared_rows("phone/mobile_validatorjs.jsonl")) {
    if (!row["consensus"].get<bool>()) continue;
    ++count;
    const PhoneNumber number = parsed(row["input"].get<std::string>(), row["region"].get<std::string>());
    EXPECT_EQ(number.valid(), row["google"].get<bool>()) << row.dump();
    if (!number.valid()) continue;
    EXPECT_EQ(phone_e164(number), row["e164"].get<std::string>()) << row.dump();
  }
  RecordProperty("cases", count);
}

}  // namespace
}  // namespace sealcart
