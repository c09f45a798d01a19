// The forms of a checkout. Each field stands here once; pages, server and docs read it from here.
#include "sealcart/form.h"

namespace sealcart {
namespace {

FormField checkout_field(std::string path, FieldKind kind, Required required, std::string label,
                         std::string autocomplete) {
  FormField field;
  field.path = std::move(path);
  field.kind = kind;
  field.required = required;
  field.label = std::move(label);
  field.autocomplete = std::move(autocomplete);
  return field;
}

std::vector<FormField> contact_fields() {
  return {checkout_field("email", FieldKind::email, Required::yes, "email", "email")};
}

// Labels of parts that countries name differently (city, region, postal code) are those of the
// country's address; the ones here stand in until it is known.
std::vector<FormField> address_fields(const std::string& address, const std::string& purpose,
                                      const std::vector<std::string>& unless) {
  using enum FieldKind;
  const auto part = [&](const char* name, FieldKind kind, Required required, const char* label,
                        const char* autofill) {
    return checkout_field(address + "." + name, kind, required, label, purpose + " " + autofill);
  };
  std::vector<FormField> fields{
      part("country", country, Required::yes, "country", "country"),
      part("name", person_name, Required::yes, "name", "name"),
      part("line1", address_line, Required::yes, "address_line1", "address-line1"),
      part("line2", address_line, Required::no, "address_line2", "address-line2"),
      part("city", city, Required::by_country, "city", "address-level2"),
      part("region", region, Required::by_country, "region", "address-level1"),
      part("postalCode", postal_code, Required::by_country, "postal", "postal-code"),
      part("phone", phone, Required::no, "phone", "tel"),
  };
  for (FormField& field : fields) field.unless = unless;
  return fields;
}

// Nothing is sent where the order is fetched; the address is asked for all the same when the bill
// is to show it.
std::vector<FormField> shipping_fields(bool alone) {
  std::vector<FormField> fields{
      checkout_field("pickupLocation", FieldKind::text, Required::no, "pickup_place", "")};
  fields[0].max = static_cast<std::int64_t>(limits::kIdBytes);
  std::vector<std::string> unless{"pickupLocation"};
  if (!alone) unless.emplace_back("!billingSame");
  for (FormField& field : address_fields("shippingAddress", "shipping", unless)) {
    // The country decides tax and shipping, also before anything else is known.
    if (field.kind == FieldKind::country) field.unless.clear();
    fields.push_back(std::move(field));
  }
  return fields;
}

std::vector<FormField> billing_fields() {
  std::vector<FormField> fields{
      checkout_field("billingSame", FieldKind::consent, Required::no, "billing_same", "")};
  for (FormField& field : address_fields("billingAddress", "billing", {"billingSame"})) {
    fields.push_back(std::move(field));
  }
  return fields;
}

std::vector<FormField> payment_fields() {
  using enum FieldKind;
  return {
      checkout_field("cardNumber", card_number, Required::yes, "card_number", "cc-number"),
      checkout_field("cardExpiry", card_expiry, Required::yes, "card_expiry", "cc-exp"),
      checkout_field("cardCode", card_code, Required::yes, "card_code", "cc-csc"),
      checkout_field("cardHolder", card_holder, Required::yes, "card_holder", "cc-name"),
  };
}

std::vector<FormField> notes_fields() {
  return {checkout_field("note", FieldKind::text, Required::no, "order_note", "")};
}

std::vector<FormSchema> make_checkout_forms() {
  FormSchema all{"checkout", contact_fields()};
  for (auto part : {shipping_fields(false), billing_fields(), notes_fields()}) {
    for (FormField& field : part) all.fields.push_back(std::move(field));
  }
  return {{"contact", contact_fields()}, {"shipping", shipping_fields(true)},
          {"billing", billing_fields()}, {"payment", payment_fields()},
          {"notes", notes_fields()},     std::move(all)};
}

}  // namespace

const std::vector<FormSchema>& checkout_forms() {
  static const std::vector<FormSchema> forms = make_checkout_forms();
  return forms;
}

}  // namespace sealcart
