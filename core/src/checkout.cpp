#include "sealcart/checkout.h"

#include "ascii.h"
#include "sealcart/form.h"
#include "text_at.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

const Form& checkout_form() {
  static const Form form = [] {
    for (const FormSchema& schema : checkout_forms()) {
      if (schema.name == "checkout") return Form::make(schema).value();
    }
    return Form::make({}).value();
  }();
  return form;
}

}  // namespace

std::string known_email(std::string_view text) { return lower_ascii(trim_html(text)); }

Findings check_checkout(const CheckoutForm& form, const FieldTables& tables) {
  std::array<std::string_view, limits::kFormFields> room;
  const std::span<std::string_view> values(room.data(), checkout_form().size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = text_at(form, checkout_form().schema().fields[i].path);
  }
  FieldContext context;
  context.tables = tables;
  Findings findings;
  checkout_form().check(values, context, findings);
  return findings;
}

}  // namespace sealcart
