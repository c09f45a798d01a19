// Forms: which fields there are, which of them must be filled, and all that is wrong at once.
//
// A form is data. Those of a checkout are built in (`checkout_forms`), and a page can declare its
// own with the same kinds of field. Values come as one text each, in the order of the fields.
//
// A field belongs to the address its path begins with: "shippingAddress.phone" is read as a number
// of the country in "shippingAddress.country"; where paths are flat, `address` says so. A field of
// no address belongs to the first country of the form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/validate/field.h"

namespace sealcart {

enum class Required : std::uint8_t {
  no,
  yes,
  by_country,  // where addresses of the country have it
};

struct FormField {
  std::string path;  // unique in its form
  FieldKind kind = FieldKind::text;
  Required required = Required::no;
  std::string address;  // fields of one address say the same; empty: the path before its last dot
  // Not looked at while all of these hold: the path of a filled field, or of an empty one behind !.
  std::vector<std::string> unless;
  std::string label;                     // a key of the label catalogue
  std::string autocomplete;              // WHATWG HTML, autofill detail tokens
  std::optional<std::int64_t> min, max;  // as of FieldRule; dates as day numbers
  std::optional<std::int32_t> step;
  std::vector<std::string> choices;
  std::string format;
};

struct FormSchema {
  std::string name;
  std::vector<FormField> fields;
};

// "contact", "shipping", "billing", "payment", "notes", and "checkout", which is all of these but
// the payment: the fields of CheckoutForm.
const std::vector<FormSchema>& checkout_forms();

// Between the values of a form that come as one text: U+001F, information separator one.
inline constexpr char kValueSeparator = '\x1F';

// A schema made ready to check with.
class Form {
 public:
  // Errors: store_duplicate_id {id} for a path that stands twice; store_reference_unknown {id} for
  // a condition on a field the form lacks; store_value_conflict {what} for a choice without
  // choices; list_too_long {max}.
  static Result<Form> make(FormSchema schema);

  const FormSchema& schema() const { return schema_; }
  std::size_t size() const { return schema_.fields.size(); }
  // Which field has this path; size() when none has.
  std::size_t index_of(std::string_view path) const;

  // All findings, in the order of the fields. `values` has size() entries. Those of `context` that
  // stand in the form are taken from there; its country is that of fields without an address.
  void check(std::span<const std::string_view> values, const FieldContext& context,
             Findings& out) const;
  // Those of one field. Requires i < size().
  void check_one(std::size_t i, std::span<const std::string_view> values,
                 const FieldContext& context, Findings& out) const;

 private:
  static constexpr std::uint8_t kNone = 0xFF;
  struct Condition {
    std::uint8_t field;
    bool filled;
  };
  // Which fields hold the parts of an address: numbers of fields, by part.
  struct Section {
    std::array<std::uint8_t, 6> parts;
  };
  struct Plan {
    FieldRule rule;
    std::vector<Condition> unless;
    std::uint8_t country = kNone;      // which field it is in
    std::uint8_t card_number = kNone;  // the same
    std::uint8_t section = kNone;      // of a part that check_address sees to
  };
  using Values = std::span<const std::string_view>;

  Status plan(std::size_t i);
  void plan_sections();
  std::uint8_t find(FieldKind kind, std::optional<std::string_view> address,
                    std::size_t from = 0) const;
  bool is_skipped(std::size_t i, Values values) const;
  void check_field_of(std::size_t i, Values values, const FieldContext& context,
                      Findings& out) const;
  void check_section(const Section& section, Values values, const FieldContext& context,
                     Findings& out) const;

  FormSchema schema_;
  std::vector<Plan> plans_;
  std::vector<Section> sections_;
};

// Splits at kValueSeparator; false, when there are more or fewer than `values` has room for.
bool split_values(std::string_view joined, std::span<std::string_view> values);

template <>
struct Describe<Required> {
  static constexpr std::string_view doc = "Whether a field must be filled.";
};

template <>
struct Describe<FormField> : Fields<FormField> {
  static constexpr std::string_view doc = "One field of a form.";
  static constexpr std::array fields{
      field<&T::path>(bytes(1, limits::kIdBytes), "its name, unique in the form"),
      field<&T::kind>("what is meant to stand in it"),
      field<&T::required>("whether it must be filled").optional(),
      field<&T::address>(
          bytes(0, limits::kIdBytes),
          "fields of one address say the same; default: the path before its last dot")
          .optional(),
      field<&T::unless>(bytes(1, limits::kIdBytes),
                        "not looked at while all hold: a field is filled, or empty behind !")
          .items(limits::kFieldConditions)
          .optional(),
      field<&T::label>(bytes(0, limits::kIdBytes), "key of the label catalogue").optional(),
      field<&T::autocomplete>(bytes(0, limits::kIdBytes), "WHATWG HTML, autofill").optional(),
      field<&T::min>(range(-limits::kAmount, limits::kAmount),
                     "least number or quantity; of a date days since 1970-01-01"),
      field<&T::max>(range(-limits::kAmount, limits::kAmount), "most; of a text bytes of UTF-8"),
      field<&T::step>(range(1, limits::kQuantity), "a quantity is its multiple"),
      field<&T::choices>(bytes(1, limits::kNameBytes),
                         "allowed values; of a card number ids of brands")
          .items(limits::kFieldChoices)
          .optional(),
      field<&T::format>(bytes(0, limits::kCodeBytes),
                        "of a code: A a capital, 0 a digit, * either, others themselves")
          .optional(),
  };
};

template <>
struct Describe<FormSchema> : Fields<FormSchema> {
  static constexpr std::string_view doc = "The fields of a form.";
  static constexpr std::array fields{
      field<&T::name>(bytes(1, limits::kIdBytes), "by which it is asked for"),
      field<&T::fields>("in shown order").items(limits::kFormFields),
  };
};

}  // namespace sealcart
