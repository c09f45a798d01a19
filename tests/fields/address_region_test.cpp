// Regions and places: found by each of their names, and the packs they are read from.
#include <gtest/gtest.h>

#include <string>

#include "core/support/random.h"
#include "core/support/told.h"
#include "support/address_packs.h"

namespace sealcart {
namespace {

std::string region_found(std::string_view country, std::string_view text) {
  const Region region = address_packs().regions.find(country, text);
  return std::string(region.code) + " " + std::string(region.name);
}

TEST(Regions, AreFoundByCodeAndByEachName) {
  for (const std::string_view text : {"CA", "ca", "US-CA", "California", " CALIFORNIA "}) {
    EXPECT_EQ(region_found("US", text), "CA California") << text;
  }
  for (const std::string_view text : {"SP", "S\u00E3o Paulo", "sao paulo", "SA\u0303O PAULO"}) {
    EXPECT_EQ(region_found("BR", text), "SP S\u00E3o Paulo") << text;
  }
  for (const std::string_view text : {"13", "\u6771\u4EAC\u90FD", "Tokyo", "TOKYO"}) {
    EXPECT_EQ(region_found("JP", text), "13 \u6771\u4EAC\u90FD") << text;
  }
  for (const std::string_view text : {"QC", "Quebec", "Qu\u00E9bec"}) {
    EXPECT_EQ(region_found("CA", text), "QC Quebec") << text;
  }
  for (const std::string_view text : {"CMX", "CDMX", "Ciudad de Mexico", "D.F.", "MX-CMX"}) {
    EXPECT_EQ(region_found("MX", text), "CMX Ciudad de M\u00E9xico") << text;
  }
  for (const std::string_view text : {"Co. Cork", "cork", "County Cork", "CO"}) {
    EXPECT_EQ(region_found("IE", text), "CO Co. Cork") << text;
  }
  EXPECT_EQ(region_found("MX", "B.C.S."), "BCS Baja California Sur");
  EXPECT_EQ(region_found("TR", "istanbul"), "34 \u0130stanbul");
  EXPECT_EQ(region_found("ES", "Araba"), region_found("ES", "VI"));
  EXPECT_EQ(region_found("US", "XX"), " ");
  EXPECT_EQ(region_found("US", ""), " ");
  EXPECT_EQ(region_found("DE", "Bayern"), " ");
}

TEST(Regions, AreEachFoundByTheirOwnCodeAndName) {
  std::size_t count = 0;
  std::size_t countries = 0;
  for (const std::string_view country : address_packs().countries.countries()) {
    const auto regions = address_packs().regions.of(country);
    EXPECT_EQ(regions.empty(), !address_packs().regions.has(country));
    if (!regions.empty()) ++countries;
    count += regions.size();
    for (const Region& region : regions) {
      EXPECT_FALSE(region.name.empty()) << country;
      EXPECT_EQ(address_packs().regions.find(country, region.name).name, region.name) << country;
      if (region.code.empty()) continue;
      EXPECT_EQ(address_packs().regions.find(country, region.code).code, region.code) << country;
    }
  }
  EXPECT_EQ(countries, 47U);
  EXPECT_EQ(count, 1'352U);
}

TEST(Regions, AreSuggestedWhenOneIsNear) {
  const RegionTable& regions = address_packs().regions;
  EXPECT_EQ(regions.nearest("US", "Califronia"), "California");
  EXPECT_EQ(regions.nearest("US", "Calif"), "California");
  EXPECT_EQ(regions.nearest("US", "Pensylvana"), "Pennsylvania");
  EXPECT_EQ(regions.nearest("US", "New"), "");
  EXPECT_EQ(regions.nearest("US", "Bavaria"), "");
  EXPECT_EQ(regions.nearest("US", std::string(100, 'a')), "");
  EXPECT_EQ(regions.nearest("JP", "Tokio"), "Tokyo");
  EXPECT_EQ(regions.nearest("JP", "\u6771\u4EAC"), "\u6771\u4EAC\u90FD");
  EXPECT_EQ(regions.nearest("RU", "\u041C\u043E\u0441\u043A\u0432\u044B"),
            "\u041C\u043E\u0441\u043A\u0432\u0430");
}

TEST(Places, AreLookedForInTheirRegion) {
  PostalAddress address{.country = "HK", .line1 = "1", .region = "New Territories"};
  for (const std::string_view city : {"Tsuen Wan", "TSUEN WAN", "\u8343\u7063"}) {
    address.city = city;
    EXPECT_EQ(address_said(address), "") << city;
  }
  address.city = "Tsuen Wam";
  EXPECT_EQ(address_said(address),
            "locality: city_unknown region=New Territories -> Tsuen Wan (warning)");
  address.region = "Kowloon";
  address.city = "Tsuen Wan";
  EXPECT_EQ(address_said(address), "locality: city_unknown region=Kowloon (warning)");
}

TEST(Places, HaveDistrictsInChina) {
  // The island has codes of its own, of three digits.
  PostalAddress taipei{.country = "CN",
                       .line1 = "1",
                       .district = "\u5927\u5B89\u5340",
                       .city = "\u53F0\u5317\u5E02",
                       .region = "\u53F0\u6E7E",
                       .postal_code = "106"};
  EXPECT_EQ(address_said(taipei), "");
  taipei.district = "Xinyi District";
  EXPECT_EQ(address_said(taipei), "");
  taipei.district = "Foo Bar";
  EXPECT_EQ(address_said(taipei),
            "dependent_locality: city_unknown region=\u53F0\u5317\u5E02 (warning)");
  taipei.postal_code = "1";
  EXPECT_EQ(address_said(taipei),
            "dependent_locality: city_unknown region=\u53F0\u5317\u5E02 (warning); "
            "postal_code: postal_code_invalid country=CN");
  // Neither city nor code in Macau.
  EXPECT_EQ(address_said({.country = "CN", .line1 = "1", .region = "\u6FB3\u95E8"}), "");
}

template <class Table>
std::string pack_told(const std::string& bytes) {
  return told(Table::read(bytes));
}

TEST(AddressPacks, WithBytesThatAreNoTableAreRefused) {
  const AddressPacks& packs = address_packs();
  const std::string& good = packs.address_bytes;
  for (const std::string& bad :
       {std::string(), good.substr(0, good.size() - 1), good.substr(0, 30), good + "\n",
        good + "AA\tn\n", good + std::string(limits::kPackBytes, '\n'),
        std::string("sealcart-pack address 1 x\n"),
        std::string("sealcart-pack address 1 x\nZZ\t\n"),
        std::string("sealcart-pack address 2 x\nZZ\tn\nAA\tn\n"),
        std::string("sealcart-pack address 1 x\nZZ\tn\nAAA\n"), packs.region_bytes}) {
    EXPECT_EQ(pack_told<AddressTable>(bad), "pack_invalid pack=address") << bad.size();
  }
  for (const std::string& bad :
       {std::string(), packs.region_bytes.substr(0, packs.region_bytes.size() - 1),
        std::string("sealcart-pack regions 1 x\n"),
        std::string("sealcart-pack regions 1 x\nA\tB\n"),
        std::string("sealcart-pack regions 1 x\n=US\n\n"),
        std::string("sealcart-pack regions 1 x\n=US\n=CA\n"),
        std::string("sealcart-pack regions 1 x\n=USA\n"), good}) {
    EXPECT_EQ(pack_told<RegionTable>(bad), "pack_invalid pack=regions") << bad.size();
  }
  for (const std::string& bad : {std::string(), std::string("sealcart-pack places-\n"),
                                 std::string("sealcart-pack places-HK 2 x\n=a\nb\n"),
                                 std::string("sealcart-pack places-HK 1 x\n"),
                                 std::string("sealcart-pack places-HK 1 x\nb\n"),
                                 std::string("sealcart-pack places-HK 1 x\n=a\n\n"), good}) {
    EXPECT_EQ(pack_told<PlaceTable>(bad), "pack_invalid pack=places") << bad.size();
  }
}

void change_bytes(Random& random, std::string& bytes, int changes) {
  for (int change = 0; change < changes; ++change) {
    char& byte = bytes[30 + random.below(bytes.size() - 30)];
    const bool kept = byte == '\n' || byte == '\t' || byte == '=';
    if (!kept) byte = "()|?-{}[\\~+,a\xD0\xDFz"[random.below(16)];
  }
}

// A pack with wrong bytes in it may be refused or give wrong answers, but is safe to use.
TEST(AddressPacks, WithWrongBytesAreSafe) {
  Random random(7);
  int read = 0;
  for (int i = 0; i < rounds(1'000); ++i) {
    std::string address_bytes = address_packs().address_bytes;
    std::string region_bytes = address_packs().region_bytes;
    std::string place_bytes = address_packs().place_bytes;
    change_bytes(random, address_bytes, i % 200);
    change_bytes(random, region_bytes, i);
    change_bytes(random, place_bytes, i % 500);
    const auto countries = AddressTable::read(address_bytes);
    const auto regions = RegionTable::read(region_bytes);
    const auto places = PlaceTable::read(place_bytes);
    if (!countries || !regions || !places) continue;
    ++read;
    for (const std::string_view code : {"GB", "US", "HK", "KR", "SV"}) {
      const PostalAddress address{.country = code,
                                  .line1 = "1",
                                  .line2 = "2",
                                  .district = "District",
                                  .city = "Sha Tin",
                                  .region = "New Yorc",
                                  .postal_code = "sw1a1aa"};
      Findings out;
      check_address(address, kAddressPaths, {*countries, &*regions, &*places}, out);
      const AddressCountry country = countries->country(code);
      static_cast<void>(address_layout(country));
      static_cast<void>(format_address(address, country, AddressScript::latin));
    }
  }
  EXPECT_GT(read, 0);
}

TEST(AddressCheck, OfAnyBytesIsSafeAndAcceptsWhatItSuggests) {
  Random random(31);
  const auto codes = address_packs().countries.countries();
  static const std::vector<std::string_view> pieces = {
      "1",      "2",      "A",        "b",      " ",      "-",    "\uFF11",
      "\u0661", "\xFF",   "\xE2\x80", "10115",  ",",      "CP",   "York",
      "New ",   "\u00E9", "\n",       "\u202E", "\u65B0", "Sao ", std::string_view("\0", 1)};
  const auto any_text = [&] {
    std::string text;
    for (std::int64_t left = random.between(0, 8); left > 0; --left) text += random.pick(pieces);
    return text;
  };
  for (int i = 0; i < rounds(20'000); ++i) {
    const std::string street = any_text(), city = any_text(), region = any_text();
    const std::string code = any_text();
    PostalAddress address{.country = random.pick(codes),
                          .line1 = street,
                          .city = city,
                          .region = region,
                          .postal_code = code};
    const Findings before = findings_of(address);
    static_cast<void>(format_address(address, country_of_pack(address.country)));
    for (const Finding& finding : before.all()) {
      if (finding.suggestion.empty()) continue;
      PostalAddress mended = address;
      if (finding.path == "postal_code") mended.postal_code = finding.suggestion;
      if (finding.path == "admin_area") mended.region = finding.suggestion;
      if (finding.path == "locality") mended.city = finding.suggestion;
      const Findings after = findings_of(mended);
      for (const Finding& again : after.all()) {
        ASSERT_FALSE(again.path == finding.path && again.code == finding.code)
            << address.country << " " << finding.path << " " << finding.suggestion;
      }
    }
  }
}

}  // namespace
}  // namespace sealcart
