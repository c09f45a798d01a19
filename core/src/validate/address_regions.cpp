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

Region region_of_code(std::string_view lines, const FoldedName& code) {
  while (!lines.empty() && !code.empty()) {
    const Region region = next_region(lines);
    if (FoldedName(region.code) == code) return region;
  }
  return {};
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
  std::string_view line = line_of(country, text);
  if (!line.empty()) return next_region(line);
  const std::string_view all = lines_of(country);
  const FoldedName wanted(text);
  const Region region = region_of_code(all, wanted);
  if (!region.name.empty()) return region;
  if (text.starts_with(country) && text.substr(country.size()).starts_with('-')) {  // "US-CA"
    const Region coded = region_of_code(all, FoldedName(text.substr(country.size())));
    if (!coded.name.empty()) return coded;
  }
  for (std::string_view lines = all; !lines.empty() && !wanted.empty();) {
    const Region named = next_region(lines);
    const auto fits = [&](std::string_view name) { return FoldedName(name) == wanted; };
    if (any_region_name(named, fits)) return named;
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
