// Any texts in the fields of a checkout: one field alone says what the whole form says of it, and
// a phone number grows digit by digit without harm.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "fields/support/packs.h"
#include "sealcart/field_packs.h"
#include "sealcart/form.h"

namespace {

using namespace sealcart;

void demand(bool holds) {
  if (!holds) std::abort();
}

const FieldPacks& packs() {
  static const auto* const loaded = [] {
    auto* packs = new FieldPacks;
    for (const char* name : {"phone", "phone-formats", "address", "regions"}) {
      demand(packs->load(pack_bytes(name)).has_value());
    }
    return packs;
  }();
  return *loaded;
}

void check_form(const Form& form, std::string_view text) {
  std::array<std::string_view, limits::kFormFields> room{};
  const std::span<std::string_view> values(room.data(), form.size());
  for (std::string_view& value : values) {
    const std::size_t end = std::min(text.find(kValueSeparator), text.size());
    value = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  FieldContext context;
  context.today = 20'786;
  context.tables = packs().tables();
  Findings whole;
  form.check(values, context, whole);
  Findings single;
  for (std::size_t i = 0; i < form.size(); ++i) form.check_one(i, values, context, single);
  demand(whole.all() == single.all());
}

void type_phone(std::string_view text) {
  text = text.substr(0, limits::kPhoneBytes);
  const PhoneTable& phones = *packs().tables().phones;
  const std::string shown = phone_as_typed(text, "DE", phones, *packs().phone_formats());
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::ranges::all_of(text, digit)) {
    demand(std::ranges::count_if(shown, digit) == static_cast<std::ptrdiff_t>(text.size()));
  }
  const PhoneNumber number = parse_phone(text, "DE", phones);
  if (!number.valid()) return;
  const PhoneNumber again = parse_phone(phone_e164(number), "", phones);
  demand(again.valid() && again.national.text() == number.national.text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const std::vector<Form> forms = [] {
    std::vector<Form> made;
    for (const FormSchema& schema : checkout_forms()) made.push_back(*Form::make(schema));
    return made;
  }();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const Form& form : forms) check_form(form, text);
  type_phone(text);
  return 0;
}
