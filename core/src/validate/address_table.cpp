// Reading the packs address.txt and regions.txt: only their lines are found here, the fields are
// taken apart when they are asked for.
#include <algorithm>

#include "pack_rows.h"
#include "sealcart/limits.h"
#include "sealcart/validate/address.h"
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
  table.others_ = cut_before(pack, '\n');
  if (!table.others_.starts_with("ZZ\t")) return bad_address_pack("address");
  while (!pack.empty()) {
    const std::string_view line = cut_before(pack, '\n');
    const bool follows = table.lines_.empty() || country_of(table.lines_.back()) < country_of(line);
    const bool named = begins_with_country(line) && (line.size() == 2 || line[2] == '\t');
    if (!named || !follows || table.lines_.size() >= kAddressCountries) {
      return bad_address_pack("address");
    }
    table.lines_.push_back(line);
  }
  if (table.lines_.empty()) return bad_address_pack("address");
  return table;
}

bool AddressTable::knows(std::string_view country) const {
  return !find_country(lines_, country).empty();
}

AddressCountry AddressTable::country(std::string_view code) const {
  const AddressCountry others = country_in(others_);
  AddressCountry country = country_in(find_country(lines_, code));
  country.code = code;
  if (country.format.empty()) country.format = others.format;
  if (country.required.empty()) country.required = others.required;
  if (country.upper.empty()) country.upper = others.upper;
  return country;
}

std::vector<std::string_view> AddressTable::countries() const {
  std::vector<std::string_view> codes;
  for (const std::string_view line : lines_) codes.push_back(country_of(line));
  return codes;
}

Result<RegionTable> RegionTable::read(std::string_view pack) {
  RegionTable table;
  if (!starts_address_pack(pack, "sealcart-pack regions 1 ")) return bad_address_pack("regions");
  std::size_t regions = 0;
  while (!pack.empty()) {
    const char* start = pack.data();
    const std::string_view line = cut_before(pack, '\n');
    if (line.starts_with('=')) {
      const std::string_view country = line.substr(1);
      const bool follows = table.blocks_.empty() || country_of(table.blocks_.back()) < country;
      if (country.size() != 2 || !begins_with_country(country) || !follows) {
        return bad_address_pack("regions");
      }
      table.blocks_.push_back(country);
      regions = 0;
    } else {
      if (table.blocks_.empty() || line.find('\t') == line.npos || ++regions > kRegionsOfCountry) {
        return bad_address_pack("regions");
      }
      std::string_view& block = table.blocks_.back();
      block = {block.data(), static_cast<std::size_t>(start + line.size() - block.data())};
    }
  }
  if (table.blocks_.empty()) return bad_address_pack("regions");
  return table;
}

std::string_view RegionTable::lines_of(std::string_view country) const {
  const std::string_view block = find_country(blocks_, country);
  return block.substr(std::min<std::size_t>(block.size(), 3));
}

}  // namespace sealcart
