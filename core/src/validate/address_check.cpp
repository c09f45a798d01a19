#include <algorithm>

#include "sealcart/validate/text.h"
#include "validate/address_fields.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

class AddressCheck {
 public:
  AddressCheck(const PostalAddress& address, const AddressPaths& paths, const AddressTables& tables,
               Findings& out)
      : address_(address),
        paths_(paths),
        tables_(tables),
        out_(out),
        country_(tables.countries.country(trim_html(address.country))) {}

  void run() {
    find_region();
    for (const AddressField field :
         {AddressField::organization, AddressField::street, AddressField::district,
          AddressField::city, AddressField::region, AddressField::postal_code,
          AddressField::sorting_code}) {
      check(field);
    }
  }

 private:
  std::string_view text(AddressField field) const { return trim_html(address_.get(field)); }

  void find_region() {
    const std::string_view typed = text(AddressField::region);
    if (tables_.regions == nullptr || typed.size() > limits::kNameBytes) return;
    if (!country_.has(AddressField::region)) return;
    is_listed_ = tables_.regions->has(country_.code);
    region_ = tables_.regions->find(country_.code, typed);
    if (!region_.required.empty()) {
      country_.required = region_.required;
      country_.asked = {};
    }
    if (!region_.postal_pattern.empty()) country_.postal_pattern = region_.postal_pattern;
  }

  void check(AddressField field) {
    const std::string_view typed = text(field);
    const std::string_view path = paths_.get(field);
    if (typed.empty()) {
      say_missing(field, path);
    } else if (field == AddressField::postal_code) {
      check_postal_code(typed, path);
    } else if (is_plain(field, typed, path)) {
      if (!country_.has(field)) {
        out_.warning(path, ErrorCode::field_unused).with("country", country_.code);
      } else if (field == AddressField::region) {
        check_region(typed, path);
      } else {
        check_place(field, typed, path);
      }
    }
    const std::string_view more = trim_html(address_.line2);
    if (field == AddressField::street) is_plain(field, more, paths_.line2);
  }

  void say_missing(AddressField field, std::string_view path) {
    const char letter = letter_of(field);
    if (country_.required.find(letter) != std::string_view::npos) {
      out_.error(path, ErrorCode::field_required);
    } else if (country_.asked.find(letter) != std::string_view::npos) {
      out_.warning(path, ErrorCode::field_required);
    }
  }

  // Short enough, and without what turns the direction of writing; else it says so.
  bool is_plain(AddressField field, std::string_view typed, std::string_view path) {
    const std::size_t before = out_.all().size();
    const bool line = field == AddressField::street;
    check_text(path, typed, line ? limits::kAddressLineBytes : limits::kNameBytes, out_);
    return out_.all().size() == before;
  }

  void check_region(std::string_view typed, std::string_view path) {
    if (!is_listed_ || !region_.name.empty()) return;
    Finding& finding = out_.error(path, ErrorCode::region_unknown).with("country", country_.code);
    finding.suggest(std::string(tables_.regions->nearest(country_.code, typed)));
  }

  // In the letters the region was typed in.
  std::string_view region_name() const {
    const bool latin = first_character(text(AddressField::region)).code < 0x250;
    return latin ? region_.latin_name() : region_.name;
  }

  // The city in its region, the district in its city.
  void check_place(AddressField field, std::string_view typed, std::string_view path) {
    const bool is_city = field == AddressField::city;
    if (tables_.places == nullptr || tables_.places->country() != country_.code) return;
    if (region_.name.empty() || (!is_city && field != AddressField::district)) return;
    std::vector<Locality> places = tables_.places->of(region_);
    std::string_view inside = region_name();
    if (!is_city) {
      const Locality* city = find_locality(places, text(AddressField::city));
      if (city == nullptr) return;
      inside = city->name;
      places = tables_.places->districts_of(*city);
    }
    if (places.empty() || find_locality(places, typed) != nullptr) return;
    out_.warning(path, ErrorCode::city_unknown)
        .with("region", inside)
        .suggest(std::string(nearest_place(places, typed)));
  }

  void check_postal_code(std::string_view typed, std::string_view path) {
    if (country_.postal_pattern.empty() && !country_.has(AddressField::postal_code)) {
      out_.warning(path, ErrorCode::field_unused).with("country", country_.code);
      return;
    }
    if (country_.postal_pattern.empty()) {
      return check_text(path, typed, limits::kPostalCodeBytes, out_);
    }
    if (typed.size() <= limits::kPostalCodeBytes && is_postal_code(typed, country_)) {
      return check_postal_region(typed, path);
    }
    const std::string code = format_postal_code(typed, country_);
    Finding& finding =
        out_.error(path, ErrorCode::postal_code_invalid).with("country", country_.code);
    if (is_postal_code(code, country_)) finding.suggest(code);
  }

  void check_postal_region(std::string_view typed, std::string_view path) {
    if (region_.name.empty() || is_postal_code_of_region(typed, region_)) return;
    const std::string code = format_postal_code(typed, country_);
    if (is_postal_code_of_region(code, region_)) return;
    out_.warning(path, ErrorCode::postal_code_region_mismatch)
        .with("code", code)
        .with("region", region_name());
  }

  const PostalAddress& address_;
  const AddressPaths& paths_;
  const AddressTables& tables_;
  Findings& out_;
  AddressCountry country_;
  Region region_;
  bool is_listed_ = false;
};

}  // namespace

void check_address(const PostalAddress& address, const AddressPaths& paths,
                   const AddressTables& tables, Findings& out) {
  const std::string_view country = trim_html(address.country);
  if (country.empty()) {
    out.error(paths.country, ErrorCode::field_required);
  } else if (!is_country(country) && !tables.countries.knows(country)) {
    out.error(paths.country, ErrorCode::country_unknown);
  } else {
    AddressCheck(address, paths, tables, out).run();
  }
}

}  // namespace sealcart
