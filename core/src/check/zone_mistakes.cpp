#include "mistakes.h"
#include "postal_mistake.h"

namespace sealcart::checking {

void zone_mistakes(Mistakes& found) {
  found.want_zone("defaultZone", found.document.default_zone);
  const auto& zones = found.document.zones;
  for (std::size_t z = 0; z < zones.size(); ++z) {
    for (std::size_t p = 0; p < zones[z].places.size(); ++p) {
      const Place& place = zones[z].places[p];
      const std::string path = at("zones", z) + "." + at("places", p);
      if (!is_country(place.country)) found.add(ErrorCode::country_unknown, path + ".country");
      if (const auto mistake = postal_mistake(place)) {
        found.conflict(path + std::string(mistake->field), mistake->what);
      }
    }
  }
}

}  // namespace sealcart::checking
