#include "sealcart/form.h"

#include <algorithm>

#include "sealcart/validate/address.h"

namespace sealcart {
namespace {

// "shippingAddress" of "shippingAddress.city"; empty for a field that belongs to no address.
std::string_view address_of(const FormField& field) {
  if (!field.address.empty()) return field.address;
  const std::size_t dot = field.path.rfind('.');
  return dot == field.path.npos ? std::string_view() : std::string_view(field.path).substr(0, dot);
}

std::string at_field(std::size_t i, std::string_view member) {
  return "fields[" + std::to_string(i) + "]." + std::string(member);
}

// The parts an address is checked by, in the order of Form::Section::parts.
struct AddressPartOf {
  FieldKind kind;
  std::size_t which;  // of the fields of this kind
  std::string_view PostalAddress::*member;
};
constexpr AddressPartOf kAddressParts[] = {
    {FieldKind::country, 0, &PostalAddress::country},
    {FieldKind::address_line, 0, &PostalAddress::line1},
    {FieldKind::address_line, 1, &PostalAddress::line2},
    {FieldKind::city, 0, &PostalAddress::city},
    {FieldKind::region, 0, &PostalAddress::region},
    {FieldKind::postal_code, 0, &PostalAddress::postal_code},
};

}  // namespace

Result<Form> Form::make(FormSchema schema) {
  if (schema.fields.size() > limits::kFormFields) {
    return refuse(Error(ErrorCode::list_too_long, "fields")
                      .with("max", static_cast<std::int64_t>(limits::kFormFields)));
  }
  Form form;
  form.schema_ = std::move(schema);
  form.plans_.resize(form.size());
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (Status planned = form.plan(i); !planned) return refuse(std::move(planned.error()));
  }
  form.plan_sections();
  return form;
}

Status Form::plan(std::size_t i) {
  const FormField& field = schema_.fields[i];
  if (index_of(field.path) != i) {
    return refuse(
        Error(ErrorCode::store_duplicate_id, at_field(i, "path")).with("id", field.path));
  }
  if (field.kind == FieldKind::choice && field.choices.empty()) {
    return refuse(Error(ErrorCode::store_value_conflict, at_field(i, "choices"))
                      .with("what", "a choice needs choices"));
  }
  Plan& plan = plans_[i];
  plan.rule = {field.kind,           field.min.value_or(0), field.max.value_or(0),
               field.step.value_or(1), field.choices,         field.format};
  for (const std::string& condition : field.unless) {
    const bool filled = !condition.starts_with('!');
    const std::string_view path = std::string_view(condition).substr(filled ? 0 : 1);
    const std::size_t index = index_of(path);
    if (index == size()) {
      return refuse(
          Error(ErrorCode::store_reference_unknown, at_field(i, "unless")).with("id", path));
    }
    plan.unless.push_back({static_cast<std::uint8_t>(index), filled});
  }
  plan.country = find(FieldKind::country, address_of(field));
  if (plan.country == kNone) plan.country = find(FieldKind::country, std::nullopt);
  plan.card_number = find(FieldKind::card_number, std::nullopt);
  return {};
}

// Each country makes an address of the fields that belong to the same.
void Form::plan_sections() {
  for (std::size_t i = 0; i < size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::country) continue;
    const std::string_view address = address_of(schema_.fields[i]);
    Section section{};
    for (std::size_t part = 0; part < std::size(kAddressParts); ++part) {
      std::uint8_t field = find(kAddressParts[part].kind, address);
      if (field != kNone && kAddressParts[part].which == 1) {
        field = find(kAddressParts[part].kind, address, field + std::size_t{1});
      }
      section.parts[part] = field;
      if (field != kNone && field != i) {
        plans_[field].section = static_cast<std::uint8_t>(sections_.size());
      }
    }
    sections_.push_back(section);
  }
}

// The first field of the kind: in that address, or anywhere.
std::uint8_t Form::find(FieldKind kind, std::optional<std::string_view> address,
                        std::size_t from) const {
  for (std::size_t i = from; i < size(); ++i) {
    const FormField& field = schema_.fields[i];
    if (field.kind != kind) continue;
    if (!address || address_of(field) == *address) return static_cast<std::uint8_t>(i);
  }
  return kNone;
}

std::size_t Form::index_of(std::string_view path) const {
  const auto found = std::ranges::find(schema_.fields, path, &FormField::path);
  return static_cast<std::size_t>(found - schema_.fields.begin());
}

bool Form::is_skipped(std::size_t i, Values values) const {
  const auto& unless = plans_[i].unless;
  return !unless.empty() && std::ranges::all_of(unless, [&](const Condition& condition) {
    return is_blank(values[condition.field]) != condition.filled;
  });
}

void Form::check(Values values, const FieldContext& context, Findings& out) const {
  for (std::size_t i = 0; i < size(); ++i) check_field_of(i, values, context, out);
  if (context.tables.addresses == nullptr) return;
  for (const Section& section : sections_) check_section(section, values, context, out);
  out.sort_by_place([this](const Finding& finding) { return index_of(finding.path); });
}

void Form::check_one(std::size_t i, Values values, const FieldContext& context,
                     Findings& out) const {
  check_field_of(i, values, context, out);
  if (context.tables.addresses == nullptr || plans_[i].section == kNone) return;
  Findings of_address;
  check_section(sections_[plans_[i].section], values, context, of_address);
  for (const Finding& finding : of_address.all()) {
    if (finding.path == schema_.fields[i].path) out.add(finding);
  }
}

void Form::check_field_of(std::size_t i, Values values, const FieldContext& context,
                          Findings& out) const {
  const Plan& plan = plans_[i];
  const FormField& field = schema_.fields[i];
  if (is_blank(values[i])) {
    if (field.required == Required::yes && !is_skipped(i, values)) {
      out.error(field.path, ErrorCode::field_required);
    }
    return;
  }
  const bool of_address = plan.section != kNone && context.tables.addresses != nullptr;
  if (of_address || is_skipped(i, values)) return;
  FieldContext own = context;
  if (plan.country != kNone) own.country = values[plan.country];
  if (plan.card_number != kNone) own.card_number = values[plan.card_number];
  check_field(field.path, plan.rule, values[i], own, out);
}

void Form::check_section(const Section& section, Values values, const FieldContext& context,
                         Findings& out) const {
  PostalAddress address;
  AddressPaths paths;
  for (std::size_t part = 0; part < section.parts.size(); ++part) {
    const std::uint8_t i = section.parts[part];
    if (i == kNone) continue;
    address.*kAddressParts[part].member = values[i];
    // The country has been checked; what is skipped has no path and so no findings.
    if (part > 0 && !is_skipped(i, values)) {
      paths.*kAddressParts[part].member = schema_.fields[i].path;
    }
  }
  if (!is_country(address.country)) return;
  Findings found;
  check_address(address, paths, {*context.tables.addresses, context.tables.regions}, found);
  for (const Finding& finding : found.all()) {
    if (finding.path.empty()) continue;
    const Required required = schema_.fields[index_of(finding.path)].required;
    // Whether it must be filled is the form's word where it says one.
    if (finding.code == ErrorCode::field_required && required != Required::by_country) continue;
    out.add(finding);
  }
}

bool split_values(std::string_view joined, std::span<std::string_view> values) {
  std::size_t count = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= joined.size(); ++i) {
    if (i < joined.size() && joined[i] != kValueSeparator) continue;
    if (count == values.size()) return false;
    values[count++] = joined.substr(start, i - start);
    start = i + 1;
  }
  return count == values.size();
}

}  // namespace sealcart
