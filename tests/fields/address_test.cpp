#include "sealcart/validate/address.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "core/support/random.h"
#include "core/support/told.h"
#include "support/address_packs.h"

namespace sealcart {
namespace {

std::string shown_code(std::string_view country, std::string_view text) {
  return format_postal_code(text, country_of_pack(country));
}

// "name 0; street! 2": a field, ! required, ? asked, and the line it is in.
std::string shown_layout(std::string_view country, AddressScript script = AddressScript::local) {
  std::string text;
  for (const AddressPart& part : address_layout(country_of_pack(country), script)) {
    if (!text.empty()) text += "; ";
    text += part.label;
    if (part.need == AddressNeed::required) text += "!";
    if (part.need == AddressNeed::asked) text += "?";
    text += " " + std::to_string(part.line);
  }
  return text;
}

std::string shown_lines(const PostalAddress& address, AddressScript script = AddressScript::local) {
  std::string text;
  for (const auto& line : format_address(address, country_of_pack(address.country), script)) {
    if (!text.empty()) text += " / ";
    text += line;
  }
  return text;
}

TEST(PostalCode, IsWrittenAsThePostDoes) {
  EXPECT_EQ(shown_code("GB", "sw1a1aa"), "SW1A 1AA");
  EXPECT_EQ(shown_code("GB", " SW1A  1AA "), "SW1A 1AA");
  EXPECT_EQ(shown_code("GB", "bfpo 1"), "BFPO 1");
  EXPECT_EQ(shown_code("CA", "h3z-2y7"), "H3Z 2Y7");
  EXPECT_EQ(shown_code("NL", "1234ab"), "1234 AB");
  EXPECT_EQ(shown_code("PL", "00 950"), "00-950");
  EXPECT_EQ(shown_code("PT", "2725079"), "2725-079");
  EXPECT_EQ(shown_code("JP", "\uFF11\uFF15\uFF14\u20120023"), "154-0023");
  EXPECT_EQ(shown_code("IR", "\u06F1\u06F1\u06F9\u06F3\u06F6\u06F1\u06F2\u06F3\u06F4\u06F5"),
            "11936-12345");
  EXPECT_EQ(shown_code("DE", "D-10115"), "10115");
  EXPECT_EQ(shown_code("FR", "75 001"), "75001");
  EXPECT_EQ(shown_code("SE", "SE-112 23"), "11223");
  EXPECT_EQ(shown_code("LV", "1073"), "LV-1073");
  EXPECT_EQ(shown_code("SV", "2101"), "CP 2101");
  EXPECT_EQ(shown_code("US", "221621010"), "22162-1010");
  EXPECT_EQ(shown_code("IE", "a65f4e2"), "A65 F4E2");
  EXPECT_EQ(shown_code("BR", "01310100"), "01310-100");
}

TEST(PostalCode, ThatCannotBeMendedStaysAsItIs) {
  EXPECT_EQ(shown_code("DE", " 1011 "), "1011");
  EXPECT_EQ(shown_code("GB", "not one"), "not one");
  EXPECT_EQ(shown_code("DE", "10115\n\x01"), "10115\n\x01");
  EXPECT_EQ(shown_code("AE", "any 1"), "any 1");
  EXPECT_EQ(shown_code("DE", ""), "");
}

TEST(PostalCode, OfEachExampleIsOneAndIsWrittenSo) {
  const auto codes = address_packs().countries.countries();
  int patterns = 0;
  for (const std::string_view code : codes) {
    const AddressCountry country = country_of_pack(code);
    if (!country.postal_pattern.empty()) ++patterns;
    for (std::string_view rest = country.examples; !rest.empty();) {
      const std::string example(rest.substr(0, rest.find(',')));
      rest.remove_prefix(std::min(rest.size(), example.size() + 1));
      EXPECT_TRUE(is_postal_code(example, country)) << code << " " << example;
      EXPECT_EQ(format_postal_code(example, country), example) << code;
    }
  }
  EXPECT_EQ(codes.size(), 253U);
  EXPECT_EQ(patterns, 194);
}

TEST(AddressLayout, HasTheFieldsOfTheCountryInItsOrder) {
  EXPECT_EQ(shown_layout("US"), "name 0; organization 1; street! 2; city! 3; state! 3; zip! 3");
  EXPECT_EQ(shown_layout("DE"), "name 0; organization 1; street! 2; postal! 3; city! 3");
  EXPECT_EQ(shown_layout("GB"), "name 0; organization 1; street! 2; post_town! 3; postal! 4");
  EXPECT_EQ(shown_layout("IE"),
            "name 0; organization 1; street! 2; townland 3; city! 4; county 5; eircode 5");
  EXPECT_EQ(shown_layout("JP"),
            "postal! 0; prefecture! 1; city 1; street! 2; organization 3; name 4");
  EXPECT_EQ(shown_layout("JP", AddressScript::latin),
            "name 0; organization 1; street! 2; city 3; prefecture! 3; postal! 4");
  EXPECT_EQ(shown_layout("KR"),
            "do_si! 0; city! 0; district 0; street! 1; organization 2; name 3; postal! 4");
  EXPECT_EQ(shown_layout("IN"), "name 0; organization 1; street! 2; city! 3; pin! 3; state! 4");
  EXPECT_EQ(shown_layout("AE"), "name 0; organization 1; street! 2; city! 3; emirate? 4");
  EXPECT_EQ(shown_layout("QQ"), "name 0; organization 1; street! 2; city! 3");
}

TEST(AddressLayout, OfEachCountryHasStreetAndNoFieldTwice) {
  for (const std::string_view code : address_packs().countries.countries()) {
    for (const AddressScript script : {AddressScript::local, AddressScript::latin}) {
      const auto parts = address_layout(country_of_pack(code), script);
      EXPECT_GE(parts.size(), 3U) << code;
      unsigned seen = 0;
      for (const AddressPart& part : parts) {
        EXPECT_EQ(seen >> static_cast<int>(part.field) & 1, 0U) << code;
        seen |= 1u << static_cast<int>(part.field);
      }
      EXPECT_NE(seen >> static_cast<int>(AddressField::street) & 1, 0U) << code;
    }
  }
}

TEST(AddressLines, AreThoseOfALabel) {
  PostalAddress address{.country = "US",
                        .name = "Jo Doe",
                        .line1 = "1 Main St",
                        .line2 = "Apt 2",
                        .city = "Springfield",
                        .region = "IL",
                        .postal_code = "62701"};
  EXPECT_EQ(shown_lines(address), "Jo Doe / 1 Main St / Apt 2 / SPRINGFIELD, IL 62701");
  address.region = "";
  EXPECT_EQ(shown_lines(address), "Jo Doe / 1 Main St / Apt 2 / SPRINGFIELD 62701");
  address.city = "";
  address.line2 = "";
  EXPECT_EQ(shown_lines(address), "Jo Doe / 1 Main St / 62701");
  EXPECT_EQ(shown_lines({.country = "SE", .city = "Malm\u00F6", .postal_code = "211 20"}),
            "SE-211 20 MALM\u00D6");
  EXPECT_EQ(shown_lines({.country = "SE", .city = "\u00C5hus"}), "\u00C5HUS");
  EXPECT_EQ(shown_lines({.country = "GI", .line1 = "1 Main St", .postal_code = "GX11 1AA"}),
            "1 Main St / GIBRALTAR / GX11 1AA");
  EXPECT_EQ(shown_lines({.country = "TR", .city = "izmir", .postal_code = "35210"}),
            "35210 \u0130ZM\u0130R");
  const PostalAddress tokyo{.country = "JP",
                            .name = "\u5C71\u7530",
                            .line1 = "1-1",
                            .city = "\u5343\u4EE3\u7530\u533A",
                            .region = "\u6771\u4EAC\u90FD",
                            .postal_code = "100-0001"};
  EXPECT_EQ(shown_lines(tokyo),
            "\u3012100-0001 / \u6771\u4EAC\u90FD\u5343\u4EE3\u7530\u533A / 1-1 / \u5C71\u7530");
}

TEST(AddressCheck, SaysWhatIsMissing) {
  EXPECT_EQ(address_said({}), "country: field_required");
  EXPECT_EQ(address_said({.country = "QQ"}), "country: country_unknown");
  EXPECT_EQ(address_said({.country = "US"}),
            "street: field_required; locality: field_required; admin_area: field_required; "
            "postal_code: field_required");
  EXPECT_EQ(address_said({.country = "AE", .line1 = "1", .city = "Dubai"}),
            "admin_area: field_required (warning)");
  EXPECT_EQ(address_said({.country = "IE", .line1 = " \t", .city = "Cork"}),
            "street: field_required");
}

TEST(AddressCheck, SaysWhatIsWrongAndWhatWasMeant) {
  PostalAddress us{.country = "US", .line1 = "1 Main St", .city = "Springfield"};
  us.region = "IL";
  us.postal_code = "62701";
  EXPECT_EQ(address_said(us), "");
  us.postal_code = "6270";
  EXPECT_EQ(address_said(us), "postal_code: postal_code_invalid country=US");
  us.postal_code = "10001";
  EXPECT_EQ(address_said(us),
            "postal_code: postal_code_region_mismatch code=10001 region=Illinois (warning)");
  us.postal_code = "62701";
  us.region = "Ilinois";
  EXPECT_EQ(address_said(us), "admin_area: region_unknown country=US -> Illinois");
  us.region = "Nowhere";
  EXPECT_EQ(address_said(us), "admin_area: region_unknown country=US");
  us.region = "IL";
  us.district = "Downtown";
  EXPECT_EQ(address_said(us), "dependent_locality: field_unused country=US (warning)");
  us.district = "";
  us.line2 = "\u202E";
  EXPECT_EQ(address_said(us), "street2: character_not_allowed character=U+202E");
  EXPECT_EQ(address_said({.country = "DE", .line1 = "1", .city = "A", .postal_code = "D-10115"}),
            "postal_code: postal_code_invalid country=DE -> 10115");
  EXPECT_EQ(address_said({.country = "AE",
                          .line1 = "1",
                          .city = "Dubai",
                          .region = "Dubay",
                          .postal_code = "00000"}),
            "admin_area: region_unknown country=AE -> Dubai; "
            "postal_code: field_unused country=AE (warning)");
  EXPECT_EQ(address_said({.country = "DE",
                          .line1 = std::string(201, 'a'),
                          .city = std::string(201, 'a'),
                          .postal_code = std::string(4096, '1')}),
            "street: text_too_long max=200; locality: text_too_long max=200; "
            "postal_code: postal_code_invalid country=DE");
}

TEST(AddressCheck, WithoutTheRegionsDoesNotCheckThem) {
  const PostalAddress address{
      .country = "US", .line1 = "1", .city = "A", .region = "Nowhere", .postal_code = "62701"};
  Findings out;
  check_address(address, kAddressPaths, {address_packs().countries}, out);
  EXPECT_EQ(said(out), "");
}

// 4 KiB of what a check might stumble over, in each field, within 1 ms.
TEST(AddressCheck, EndsSoonOnHostileText) {
  for (const std::string_view part : {"1", "a", "-", " ", "A1 ", "\xFF", "\xE2\x80", "\u00E9"}) {
    for (const std::size_t size : {std::size_t{60}, std::size_t{190}, std::size_t{4096}}) {
      std::string text;
      while (text.size() + part.size() <= size) text += part;
      for (const std::string_view country : {"GB", "US", "CN", "VN", "HK", "RU"}) {
        const PostalAddress address{.country = country,
                                    .organization = text,
                                    .line1 = text,
                                    .line2 = text,
                                    .district = text,
                                    .city = text,
                                    .region = text,
                                    .postal_code = text,
                                    .sorting_code = text};
        auto best = std::chrono::nanoseconds::max();
        for (int i = 0; i < 5; ++i) {  // another program may have had the core meanwhile
          const auto start = std::chrono::steady_clock::now();
          static_cast<void>(findings_of(address));
          best = std::min(best, std::chrono::nanoseconds(std::chrono::steady_clock::now() - start));
        }
        EXPECT_LT(best, std::chrono::milliseconds(1)) << country << " " << part << " " << size;
      }
    }
  }
}

}  // namespace
}  // namespace sealcart
