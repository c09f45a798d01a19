#include "support/peers/case_reader.h"

#include "sealcart/decimal.h"

namespace sealcart::peers {

std::string digits_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

const Json* CaseReader::find(const Json& object, Names names) {
  if (!object.is_object()) return nullptr;
  for (const char* name : names) {
    const auto member = object.find(name);
    if (member == object.end()) continue;
    read_.insert(&*member);
    if (!member->is_null()) return &*member;
  }
  return nullptr;
}

bool CaseReader::has(const Json& object, Names names) const {
  if (!object.is_object()) return false;
  for (const char* name : names) {
    const auto member = object.find(name);
    if (member != object.end() && !member->is_null()) return true;
  }
  return false;
}

std::vector<const Json*> CaseReader::list(const Json& object, Names names) {
  std::vector<const Json*> elements;
  const Json* found = find(object, names);
  if (found == nullptr) return elements;
  if (!found->is_array()) return {found};
  for (const Json& element : *found) elements.push_back(&element);
  return elements;
}

std::vector<std::string> CaseReader::texts(const Json& object, Names names) {
  std::vector<std::string> found;
  for (const Json* element : list(object, names)) found.push_back(digits_of(*element));
  return found;
}

std::string CaseReader::text(const Json& object, Names names, std::string otherwise) {
  const Json* found = find(object, names);
  return found == nullptr ? std::move(otherwise) : digits_of(*found);
}

bool CaseReader::flag(const Json& object, Names names, bool otherwise) {
  const Json* found = find(object, names);
  if (found == nullptr) return otherwise;
  if (!found->is_boolean()) cannot(std::string(*names.begin()) + " is no yes or no");
  return found->is_boolean() && found->get<bool>();
}

std::optional<std::int64_t> CaseReader::whole(const Json& object, Names names) {
  const Json* found = find(object, names);
  if (found == nullptr) return std::nullopt;
  return whole_of(*found);
}

std::optional<std::int64_t> CaseReader::amount(const Json& object, Names names) {
  for (const char* name : names) {
    const Json* found = find(object, {name});
    if (found == nullptr) continue;
    return amount_of(*found, std::string_view(name).ends_with("_decimal"));
  }
  return std::nullopt;
}

std::optional<std::int32_t> CaseReader::rate_ppm(const Json& object, Names names) {
  const Json* found = find(object, names);
  if (found == nullptr) return std::nullopt;
  return ppm_of(*found);
}

// The value in units of 10^-decimals; one that is finer is none of ours.
std::int64_t CaseReader::scaled(const Json& value, std::int32_t decimals, std::string_view what) {
  const std::string text = digits_of(value);
  const Result<Fraction> exact = parse_fraction(text);
  if (!exact) {
    cannot(std::string(what) + " " + text + " is no number");
    return 0;
  }
  const auto rounded = exact->rounded(decimals);
  if (!rounded || !(Fraction(*rounded) == *exact)) {
    cannot(std::string(what) + " " + text + " is finer than the core counts");
    return 0;
  }
  return rounded->coefficient;
}

std::int64_t CaseReader::amount_of(const Json& value, bool whole_units) {
  return scaled(value, currency_.exponent - (whole_units ? 0 : given_), "amount");
}

bool CaseReader::is(std::int64_t amount, const Json& expected, bool whole_units) {
  std::string text = digits_of(expected);
  // Decimals beyond those a Decimal holds are far below any minor unit.
  if (const std::size_t point = text.find('.'); point != text.npos) {
    text.resize(std::min(text.size(), point + 1 + limits::kDecimalPlaces));
  }
  const Result<Fraction> exact = parse_fraction(text);
  if (!exact) {
    cannot("expected amount " + digits_of(expected));
    return false;
  }
  Fraction scale(1);
  for (int i = whole_units ? 0 : given_; i < currency_.exponent; ++i) scale = scale * Fraction(10);
  const Fraction above = Fraction(amount) - *exact * scale;
  if (above.sign() == 0) return true;
  const auto nearest = (*exact * scale).rounded(0);
  if (!nearest || Fraction(*nearest) == *exact * scale) return false;
  return (above - Fraction(1)).sign() < 0 && (above + Fraction(1)).sign() > 0;
}

std::int64_t CaseReader::whole_of(const Json& value) { return scaled(value, 0, "number"); }

std::int32_t CaseReader::ppm_of(const Json& percent) {
  const std::int64_t ppm = scaled(percent, 4, "percentage");
  if (ppm >= 0 && ppm <= limits::kRatePpm) return static_cast<std::int32_t>(ppm);
  cannot("percentage " + digits_of(percent) + " is out of range");
  return 0;
}

void CaseReader::cannot(std::string_view reason) {
  if (trouble_.empty()) trouble_ = reason;
}

void CaseReader::expect_all_read(const Json& root) {
  if (const auto path = unread(root, {})) cannot("field " + *path);
}

// Members have to be read one by one; what stands in a list is read with it.
std::optional<std::string> CaseReader::unread(const Json& value, const std::string& path) const {
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      const std::string inside = path.empty() ? name : path + "." + name;
      if (!read_.contains(&member)) return inside;
      if (auto deeper = unread(member, inside)) return deeper;
    }
  } else if (value.is_array()) {
    for (const Json& element : value) {
      if (auto deeper = unread(element, path + "[]")) return deeper;
    }
  }
  return std::nullopt;
}

}  // namespace sealcart::peers
