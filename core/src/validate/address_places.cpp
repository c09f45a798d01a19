#include <algorithm>

#include "pack_rows.h"
#include "sealcart/limits.h"
#include "sealcart/validate/address.h"
#include "validate/address_text.h"

namespace sealcart {
namespace {

constexpr std::size_t kPlaceRegions = 1'000;

std::unexpected<Error> bad_places() {
  return refuse(Error(ErrorCode::pack_invalid).with("pack", "places"));
}

// `mark` begins the lines that are meant; others follow the place they belong to.
std::vector<Locality> places_in(std::string_view lines, std::string_view mark) {
  std::vector<Locality> places;
  while (!lines.empty()) {
    std::string_view line = cut_before(lines, '\n');
    if (mark.empty() && line.starts_with('+')) continue;
    line.remove_prefix(std::min(mark.size(), line.size()));
    Locality place;
    place.name = cut_before(line, '\t');
    place.latin = line;
    std::size_t size = 0;
    while (size < lines.size() && lines[size] == '+') {
      size = std::min(lines.find('\n', size), lines.size() - 1) + 1;
    }
    if (mark.empty()) place.districts = lines.substr(0, size);
    places.push_back(place);
  }
  return places;
}

}  // namespace

Result<PlaceTable> PlaceTable::read(std::string_view pack) {
  constexpr std::string_view kStart = "sealcart-pack places-";
  PlaceTable table;
  if (pack.size() > limits::kPackBytes || !pack.ends_with('\n')) return bad_places();
  const std::string_view head = cut_before(pack, '\n');
  const bool named = head.starts_with(kStart) && head.size() > kStart.size() + 2;
  if (!named || !head.substr(kStart.size() + 2).starts_with(" 1 ")) return bad_places();
  table.country_ = head.substr(kStart.size(), 2);
  const std::string_view whole = pack;
  std::size_t block = 0;
  while (!pack.empty()) {
    const std::size_t start = whole.size() - pack.size();
    const std::string_view line = cut_before(pack, '\n');
    if (line.starts_with('=')) {
      if (table.blocks_.size() >= kPlaceRegions) return bad_places();
      table.blocks_.push_back(line.substr(1));
      block = start + 1;
    } else {
      if (table.blocks_.empty() || line.empty()) return bad_places();
      table.blocks_.back() = whole.substr(block, start + line.size() - block);
    }
  }
  if (table.blocks_.empty()) return bad_places();
  return table;
}

std::vector<Locality> PlaceTable::of(const Region& region) const {
  for (std::string_view block : blocks_) {
    if (cut_before(block, '\n') == region.name) return places_in(block, "");
  }
  return {};
}

std::vector<Locality> PlaceTable::districts_of(const Locality& place) const {
  return places_in(place.districts, "+");
}

const Locality* find_locality(const std::vector<Locality>& places, std::string_view text) {
  const FoldedName wanted(text);
  const auto found = std::ranges::find_if(places, [&](const Locality& place) {
    return !wanted.empty() && (FoldedName(place.name) == wanted ||
                               (!place.latin.empty() && FoldedName(place.latin) == wanted));
  });
  return found == places.end() ? nullptr : &*found;
}

std::string_view nearest_place(const std::vector<Locality>& places, std::string_view text) {
  NearestName nearest(text);
  for (const Locality& place : places) {
    nearest.consider(place.name, place.name);
    if (!place.latin.empty()) nearest.consider(place.latin, place.latin);
  }
  return nearest.best();
}

}  // namespace sealcart
