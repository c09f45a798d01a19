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
    const PhoneNumber number =
        parsed(row["input"].get<std::string>(), row["region"].get<std::string>());
    EXPECT_EQ(number.valid(), row["google"].get<bool>()) << row.dump();
    if (!number.valid()) continue;
    EXPECT_EQ(phone_e164(number), row["e164"].get<std::string>()) << row.dump();
  }
  RecordProperty("cases", count);
}

TEST(Phone, IsReadInTheWaysPeopleWriteIt) {
  for (const std::string_view text :
       {"(201) 555-0123", "1 201 555 0123", "+1 201.555.0123", "tel:+1-201-555-0123",
        "\uFF0B\uFF11 \uFF12\uFF10\uFF11-\uFF15\uFF15\uFF15-\uFF10\uFF11\uFF12\uFF13",
        "\u0662\u0660\u0661 \u0665\u0665\u0665 \u0660\u0661\u0662\u0663", "call 201 555 0123!",
        "201\u00A0555\u20110123", "(201) KLK-0123", "+1 201 555 0123 / x 2015550124"}) {
    EXPECT_EQ(phone_e164(parsed(text, "US")), "+12015550123") << text;
    EXPECT_TRUE(parsed(text, "US").valid()) << text;
  }
}

TEST(Phone, KeepsTheZeroOfItaly) {
  const PhoneNumber rome = parsed("06 6982 1234", "IT");
  EXPECT_EQ(phone_e164(rome), "+390669821234");
  EXPECT_EQ(rome.leading_zeros, 1);
  EXPECT_EQ(rome.type, PhoneType::fixed_line);
  EXPECT_EQ(rome.region, "VA");  // the Holy See shares the plan
}

TEST(Phone, KnowsExtensionsAndHowTheyAreWritten) {
  for (const std::string_view end :
       {" ext. 345", ";ext=345", " x345", " #345", ",,345", " EXTN: 345",
        " \u0434\u043E\u0431. 345", " anexo 345", " \uFF45\uFF58\uFF54 345", " extensi\u00F3n 345",
        " extensio\u0301n 345", " - 345#", " int 345"}) {
    const PhoneNumber number = parsed("020 7946 0123" + std::string(end), "GB");
    EXPECT_EQ(number.extension.text(), "345") << end;
    EXPECT_EQ(phone_e164(number), "+442079460123") << end;
    EXPECT_EQ(phone_national(number, packs().formats), "020 7946 0123 x345") << end;
  }
}

TEST(Phone, BelongsToTheRegionThatSharesACallingCode) {
  EXPECT_EQ(parsed("+7 727 250 1234", "RU").region, "KZ");
  EXPECT_EQ(parsed("+1 876 523 0123", "US").region, "JM");
  EXPECT_EQ(parsed("07624 369230", "GB").region, "IM");
  EXPECT_EQ(parsed("+800 1234 5678", "").region, "001");
  EXPECT_EQ(parsed("+800 1234 5678", "").type, PhoneType::toll_free);
}

std::string finding_of(std::string_view text, std::string_view region) {
  Findings out;
  check_phone("contact.phone", text, region, packs().table, out);
  if (out.all().empty()) return "";
  const Finding& found = out.all()[0];
  std::string told(error_name(found.code));
  for (const ErrorParam& param : found.params) told += " " + param.value;
  return told;
}

TEST(PhoneCheck, SaysWhatIsWrong) {
  EXPECT_EQ(finding_of("", "US"), "");
  EXPECT_EQ(finding_of("+39 06 6982 1234", "US"), "");
  EXPECT_EQ(finding_of("201 555", "US"), "phone_too_short US");
  EXPECT_EQ(finding_of("201 555 012345", "US"), "phone_too_long US");
  EXPECT_EQ(finding_of("+33 1 23 45 67 8", "US"), "phone_too_short FR");
  EXPECT_EQ(finding_of("123 555 0123", "US"), "phone_invalid US");
  EXPECT_EQ(finding_of("my number", "US"), "phone_invalid US");
  EXPECT_EQ(finding_of("+999 12345678", "US"), "phone_calling_code_unknown US");
  EXPECT_EQ(finding_of("201 555 0123", ""), "phone_invalid ");
  EXPECT_EQ(finding_of(std::string(250, '1'), "US"), "phone_too_long US");
  EXPECT_EQ(finding_of(std::string(251, '1'), "US"), "text_too_long 250");
}

TEST(PhoneTyping, GroupsWhatIsThereAndLosesNothing) {
  EXPECT_EQ(as_typed("2", "US"), "(2");
  EXPECT_EQ(as_typed("201", "US"), "(201)");
  EXPECT_EQ(as_typed("2015", "US"), "(201) 5");
  EXPECT_EQ(as_typed("2015550", "US"), "(201) 555-0");
  EXPECT_EQ(as_typed("2015550123", "US"), "(201) 555-0123");
  EXPECT_EQ(as_typed("12015550123", "US"), "1 (201) 555-0123");
  EXPECT_EQ(as_typed("+", "US"), "+");
  EXPECT_EQ(as_typed("+1", "US"), "+1");
  EXPECT_EQ(as_typed("+12015", "IT"), "+1 201-5");
  EXPECT_EQ(as_typed("06 698", "IT"), "06 698");
  EXPECT_EQ(as_typed("0663", "FR"), "06 63");
  EXPECT_EQ(as_typed("663", "FR"), "6 63");
  EXPECT_EQ(as_typed("\uFF10\uFF16\uFF16\uFF13", "FR"), "06 63");
  EXPECT_EQ(as_typed("0663 ext", "FR"), "0663 ext");
  EXPECT_EQ(as_typed("+999123", "FR"), "+999123");
  EXPECT_EQ(as_typed("", "FR"), "");
}

TEST(PhoneTyping, KeepsTheDigitsAndStaysAsItIs) {
  Random random(8802);
  const auto plans = packs().table.plans();
  for (int i = 0; i < rounds(20'000); ++i) {
    const PhonePlan& plan = random.pick(plans);
    std::string typed = random.one_in(2) ? "+" + std::to_string(plan.calling_code) : "";
    for (std::int64_t left = random.between(1, 13); left > 0; --left) {
      typed += static_cast<char>('0' + random.between(0, 9));
    }
    const std::string shown = as_typed(typed, plan.region);
    ASSERT_EQ(digits_of(shown), digits_of(typed)) << typed << " " << plan.region;
    ASSERT_EQ(shown.starts_with('+'), typed.starts_with('+')) << typed << " " << plan.region;
    ASSERT_EQ(as_typed(shown, plan.region), shown) << typed << " " << plan.region;
  }
}

// What is written is read as the same number, abroad and at home.
TEST(Phone, IsReadBackFromEachWayItIsWritten) {
  Random random(1471);
  const auto plans = packs().table.plans();
  int valid = 0;
  for (int i = 0; i < rounds(30'000); ++i) {
    const PhonePlan& plan = random.pick(plans);
    std::string text = "+" + std::to_string(plan.calling_code);
    const std::string_view lengths = plan.field[PhonePlan::lengths];
    for (int left = random.pick(lengths) - 'a' + 1; left > 0; --left) {
      text += static_cast<char>('0' + random.between(0, 9));
    }
    const PhoneNumber number = parsed(text, "");
    if (!number.valid()) continue;
    ++valid;
    const std::string written = phone_international(number, packs().formats);
    const PhoneNumber abroad = parsed(written, "");
    ASSERT_EQ(phone_e164(abroad), phone_e164(number)) << written;
    ASSERT_EQ(abroad.type, number.type);
    ASSERT_TRUE(number.possible ||
                number.region != packs().table.plans_of(number.calling_code)[0].region);
  }
  EXPECT_GT(valid, rounds(30'000) / 10);
}

TEST(PhonePacks, EachPlanHasItsPatternsAndEachPatternMatches) {
  EXPECT_EQ(packs().table.plans().size(), 254U);
  for (const PhonePlan& plan : packs().table.plans()) {
    EXPECT_FALSE(plan.field[PhonePlan::all].empty()) << plan.region;
    EXPECT_FALSE(plan.field[PhonePlan::lengths].empty()) << plan.region;
    EXPECT_FALSE(packs().table.plans_of(plan.calling_code).empty());
  }
}

TEST(PhonePacks, WithBytesThatAreNoTableAreRefused) {
  const std::string& good = packs().table_bytes;
  for (const std::string& bad :
       {std::string(), std::string("sealcart-pack phone 2 x\n"), good.substr(0, good.size() - 1),
        good.substr(0, good.size() / 2), good + "\n", good + std::string(limits::kPackBytes, '\n'),
        std::string("sealcart-pack phone 1 x\n\n"),
        std::string("sealcart-pack phone 1 x\n1U\n\n")}) {
    EXPECT_EQ(told(PhoneTable::read(bad)), "pack_invalid pack=phone") << bad.size();
  }
  EXPECT_EQ(told(PhoneFormats::read("sealcart-pack phone-formats 1 x\n(c)\t$1\n")),
            "pack_invalid pack=phone-formats");
  EXPECT_EQ(told(PhoneFormats::read(good)), "pack_invalid pack=phone-formats");
}

// A pack with wrong bytes in it may give wrong answers, but is safe to use, and quick.
TEST(PhonePacks, WithWrongBytesAreSafe) {
  Random random(66);
  for (int i = 0; i < rounds(300); ++i) {
    std::string table_bytes = packs().table_bytes;
    std::string format_bytes = packs().format_bytes;
    for (std::string* bytes : {&table_bytes, &format_bytes}) {
      const std::size_t start = bytes == &table_bytes ? bytes->find("\n\n") + 2 : 50;
      for (int change = 0; change < 2'000; ++change) {
        const std::size_t at = start + random.below(bytes->size() - start - 5);
        const bool code = (*bytes)[bytes->rfind('\n', at - 1) + 1] == '+';
        if ((*bytes)[at] == '\n' || (*bytes)[at] == '+' || code) continue;
        (*bytes)[at] = "()|?-{}[\\$\ta\xD0\xDF\x00q"[random.below(16)];
      }
    }
    const auto table = PhoneTable::read(table_bytes);
    const auto formats = PhoneFormats::read(format_bytes);
    ASSERT_TRUE(table && formats);
    for (const std::string_view text :
         {"+441234567890", "+12015550123", "01234567890", "+8613912345678"}) {
      const PhoneNumber number = parse_phone(text, "GB", *table);
      static_cast<void>(phone_national(number, *formats));
      static_cast<void>(phone_international(number, *formats));
      static_cast<void>(phone_as_typed(text, "GB", *table, *formats));
    }
  }
}

TEST(Phone, OfAnyBytesIsSafe) {
  Random random(250);
  static const std::vector<std::string_view> pieces = {"+",
                                                       "0",
                                                       "44",
                                                       "\xFF",
                                                       "\uFF11",
                                                       "x",
                                                       ",",
                                                       ";ext=",
                                                       "(",
                                                       "/",
                                                       " ",
                                                       "\u0301",
                                                       "#",
                                                       "\xE2\x80",
                                                       "ext",
                                                       "1234",
                                                       std::string_view("\0", 1)};
  for (int i = 0; i < rounds(20'000); ++i) {
    std::string text;
    for (std::int64_t left = random.between(0, 60); left > 0; --left) text += random.pick(pieces);
    const PhoneNumber number = parsed(text, "GB");
    ASSERT_TRUE(number.national.size <= 17);
    ASSERT_FALSE(number.valid() && phone_e164(number).empty());
    static_cast<void>(as_typed(text, "GB"));
  }
}

}  // namespace
}  // namespace sealcart
