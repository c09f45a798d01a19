// Reading the packs address.txt and regions.txt.
#include <algorithm>

#include "pack_rows.h"
#include "sealcart/limits.h"
#include "sealcart/validate/address.h"
#include "validate/address_regions.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

constexpr std::size_t kAddressCountries = 1'000;
constexpr std::size_t kRegionsOfCountry = 1'000;

std::unexpected<Error> bad_address_pack(std::string_view name) {
  return refuse(Error(ErrorCode::pack_invalid).with("pack", name));
}

bool starts_address_pack(std::string_view& rest, std::string_view start) {
  return rest.size() <= limits::kPackBytes && rest.ends_with('\n') &&
         cut_before(rest, '\n').starts_with(start);
}

bool begins_with_country(std::string_view line) {
  return line.size() >= 2 && line[0] >= 'A' && line[0] <= 'Z' && line[1] >= 'A' && line[1] <= 'Z';
}

std::string_view country_of(std::string_view line) { return line.substr(0, 2); }

// The line or block of a country; empty when there is none.
std::string_view find_country(const std::vector<std::string_view>& lines, std::string_view code) {
  const auto found = std::ranges::lower_bound(lines, code, {}, country_of);
  return found != lines.end() && country_of(*found) == code ? *found : std::string_view();
}

// Codes of up to four bytes; 0 for others.
std::uint64_t key_of(std::string_view country, std::string_view code) {
  if (code.empty() || code.size() > 4 || country.size() != 2) return 0;
  std::uint64_t key = 0;
  for (const std::string_view part : {country, code}) {
    for (const char c : part) key = key << 8 | static_cast<unsigned char>(c);
  }
  return key;
}

AddressCountry country_in(std::string_view line) {
  AddressCountry country;
  for (std::string_view* field :
       {&country.code, &country.format, &country.required, &country.asked, &country.upper,
        &country.postal_pattern, &country.examples, &country.labels, &country.latin_format}) {
    *field = cut_before(line, '\t');
  }
  return country;
}

}  // namespace

Result<AddressTable> AddressTable::read(std::string_view pack) {
  AddressTable table;
  if (!starts_address_pack(pack, "sealcart-pack address 1 ")) return bad_address_pack("address");
  table.others_ = country_in(cut_before(pack, '\n'));
  if (table.others_.code != "ZZ") return bad_address_pack("address");
  while (!pack.empty()) {
    const std::string_view line = cut_before(pack, '\n');
    AddressCountry country = country_in(line);
    const bool follows = table.countries_.empty() || table.countries_.back().code < country.code;
    if (country.code.size() != 2 || !begins_with_country(country.code) || !follows ||
        table.countries_.size() >= kAddressCountries) {
      return bad_address_pack("address");
    }
    for (const auto field :
         {&AddressCountry::format, &AddressCountry::required, &AddressCountry::upper}) {
      if ((country.*field).empty()) country.*field = table.others_.*field;
    }
    table.countries_.push_back(country);
  }
  if (table.countries_.empty()) return bad_address_pack("address");
  return table;
}

bool AddressTable::knows(std::string_view country) const {
  return std::ranges::binary_search(countries_, country, {}, &AddressCountry::code);
}

AddressCountry AddressTable::country(std::string_view code) const {
  const auto found = std::ranges::lower_bound(countries_, code, {}, &AddressCountry::code);
  if (found != countries_.end() && found->code == code) return *found;
  AddressCountry country = others_;
  country.code = code;
  return country;
}

std::vector<std::string_view> AddressTable::countries() const {
  std::vector<std::string_view> codes;
  codes.reserve(countries_.size());
  for (const AddressCountry& country : countries_) codes.push_back(country.code);
  return codes;
}

Result<RegionTable> RegionTable::read(std::string_view pack) {
  RegionTable table;
  if (!starts_address_pack(pack, "sealcart-pack regions 1 ")) return bad_address_pack("regions");
  const std::string_view whole = pack;
  std::size_t block = 0;
  std::size_t regions = 0;
  while (!pack.empty()) {
    const std::size_t start = whole.size() - pack.size();
    const std::string_view line = cut_before(pack, '\n');
    if (line.starts_with('=')) {
      const std::string_view country = line.substr(1);
      const bool follows = table.blocks_.empty() || country_of(table.blocks_.back()) < country;
      if (country.size() != 2 || !begins_with_country(country) || !follows) {
        return bad_address_pack("regions");
      }
      table.blocks_.push_back(country);
      block = start + 1;
      regions = 0;
    } else {
      if (table.blocks_.empty() || line.empty() || ++regions > kRegionsOfCountry) {
        return bad_address_pack("regions");
      }
      table.blocks_.back() = whole.substr(block, start + line.size() - block);
      table.index(country_of(table.blocks_.back()), line);
    }
  }
  if (table.blocks_.empty()) return bad_address_pack("regions");
  // Of two regions with one code the first counts.
  std::ranges::sort(table.codes_, [](const CodeRow& a, const CodeRow& b) {
    return a.key != b.key ? a.key < b.key : a.line.data() < b.line.data();
  });
  return table;
}

void RegionTable::index(std::string_view country, std::string_view line) {
  std::string_view rest = line;
  const Region region = next_region(rest);
  if (const std::uint64_t key = key_of(country, region.code); key != 0) {
    codes_.push_back({key, line});
  }
}

std::string_view RegionTable::line_of(std::string_view country, std::string_view code) const {
  const std::uint64_t key = key_of(country, code);
  const auto found = std::ranges::lower_bound(codes_, key, {}, &CodeRow::key);
  return key != 0 && found != codes_.end() && found->key == key ? found->line : std::string_view();
}

std::string_view RegionTable::lines_of(std::string_view country) const {
  const std::string_view block = find_country(blocks_, country);
  return block.substr(std::min<std::size_t>(block.size(), 3));
}

}  // namespace sealcart
