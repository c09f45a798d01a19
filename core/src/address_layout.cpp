#include "sealcart/address_layout.h"

namespace sealcart {
namespace {

// In Address; empty for what it has no field for.
std::string_view address_member(AddressField field) {
  switch (field) {
    case AddressField::name:
      return "name";
    case AddressField::street:
      return "line1";
    case AddressField::city:
      return "city";
    case AddressField::region:
      return "region";
    case AddressField::postal_code:
      return "postalCode";
    default:
      return {};
  }
}

}  // namespace

AddressLayout layout_of(std::string_view code, const AddressTable& table,
                        const RegionTable* regions) {
  const AddressCountry country = table.country(code);
  AddressLayout layout;
  layout.country = code;
  for (const AddressPart& part : address_layout(country)) {
    const std::string_view member = address_member(part.field);
    if (member.empty()) continue;
    // Line 1 has a label of its own: what is meant is street and number.
    const std::string_view label = member == "line1" ? "address_line1" : part.label;
    layout.parts.push_back({std::string(member), part.need, part.line, std::string(label)});
  }
  layout.postal_example = country.examples.substr(0, country.examples.find(','));
  if (regions == nullptr || !country.has(AddressField::region)) return layout;
  for (const Region& region : regions->of(code)) {
    if (layout.regions.size() == limits::kFieldChoices) break;
    const std::string_view value = region.code.empty() ? region.name : region.code;
    layout.regions.push_back(
        {std::string(value), std::string(region.name), std::string(region.latin)});
  }
  return layout;
}

}  // namespace sealcart
