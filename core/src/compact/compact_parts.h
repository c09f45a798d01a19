// What operations and carts in compact form have in common.
#pragma once

#include <string>
#include <utility>

#include "forms.h"
#include "sealcart/address.h"
#include "sealcart/customization.h"
#include "sealcart/limits.h"
#include "sealcart/result.h"

namespace sealcart::compact {

inline Error invalid(const char* what) {
  return Error(ErrorCode::compact_invalid).with("what", what);
}

inline Result<std::string> written(Writer form, std::size_t max_bytes) {
  if (form.size() > max_bytes) form.fail("too many bytes");
  if (form.failed()) return refuse(invalid(form.what()));
  return std::move(form).take();
}

template <class Form, class Texts>
void texts(Form& form, Texts& list, std::int64_t least) {
  auto count = static_cast<std::int64_t>(list.size());
  form.number(count, least, limits::kCustomizations);
  if constexpr (Form::kReads) list.resize(static_cast<std::size_t>(count));
  for (auto& [name, value] : list) {
    form.text(name, 1, limits::kNameBytes);
    form.text(value, 1, limits::kCustomizationBytes);
  }
}

template <class Form, class Place>
void destination(Form& form, Place& place) {
  form.text(place.country, 0, 2);
  form.text(place.region, 0, limits::kNameBytes);
  form.text(place.postal_code, 0, limits::kPostalCodeBytes);
}

}  // namespace sealcart::compact
