#include <algorithm>

#include "validate/address_regions.h"
#include "validate/address_text.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

// Calls tell(name) for each name of a region until it is true.
template <class Tell>
bool any_region_name(const Region& region, Tell tell) {
  if (tell(region.name) || (!region.latin.empty() && tell(region.latin))) return true;
  for (std::string_view rest = region.others; !rest.empty();) {
    if (tell(cut_before(rest, '~'))) return true;
  }
  return false;
}

bool same_region_code(std::string_view code, std::string_view text) {
  return !code.empty() && std::ranges::equal(code, text, [](char a, char b) {
    return upper_ascii(a) == upper_ascii(b);
  });
}

}  // namespace

std::vector<Region> RegionTable::of(std::string_view country) const {
  std::vector<Region> regions;
  for (std::string_view lines = lines_of(country); !lines.empty();) {
    regions.push_back(next_region(lines));
  }
  return regions;
}

Region RegionTable::find(std::string_view country, std::string_view text) const {
  text = trim_html(text);
  const std::string_view all = lines_of(country);
  for (std::string_view lines = all; !lines.empty();) {
    const Region region = next_region(lines);
    if (same_region_code(region.code, text)) return region;
  }
  // "US-CA" is the whole code.
  if (text.size() > 3 && text.starts_with(country) && text[country.size()] == '-') {
    const std::string_view code = text.substr(country.size() + 1);
    for (std::string_view lines = all; !lines.empty();) {
      const Region region = next_region(lines);
      if (same_region_code(region.code, code)) return region;
    }
  }
  const FoldedName wanted(text);
  for (std::string_view lines = all; !lines.empty() && !wanted.empty();) {
    const Region region = next_region(lines);
    const auto fits = [&](std::string_view name) { return FoldedName(name) == wanted; };
    if (any_region_name(region, fits)) return region;
  }
  return {};
}

std::string_view RegionTable::nearest(std::string_view country, std::string_view text) const {
  NearestName nearest(text);
  for (std::string_view lines = lines_of(country); !lines.empty();) {
    const Region region = next_region(lines);
    any_region_name(region, [&](std::string_view name) {
      // Told in the letters it was typed in.
      const bool latin = first_character(name).code < 0x250;
      nearest.consider(name, latin ? region.latin_name() : region.name);
      return false;
    });
  }
  return nearest.best();
}

}  // namespace sealcart
