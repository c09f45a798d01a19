#include "sealcart/form.h"

#include <algorithm>

namespace sealcart {
namespace {

// "shippingAddress." of "shippingAddress.city"; empty for a field that belongs to no address.
std::string_view address_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == path.npos ? std::string_view() : path.substr(0, dot + 1);
}

std::string at_field(std::size_t i, std::string_view member) {
  return "fields[" + std::to_string(i) + "]." + std::string(member);
}

std::string_view value_at(std::span<const std::string_view> values, std::uint8_t field) {
  return field < values.size() ? values[field] : std::string_view();
}

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
  const std::string_view address = address_of(field.path);
  plan.country = find(FieldKind::country, address);
  plan.region = find(FieldKind::region, address);
  plan.card_number = find(FieldKind::card_number, address);
  return {};
}

std::uint8_t Form::find(FieldKind kind, std::string_view address) const {
  for (std::size_t i = 0; i < size(); ++i) {
    const FormField& field = schema_.fields[i];
    if (field.kind != kind) continue;
    if (address.empty() || address_of(field.path) == address) return static_cast<std::uint8_t>(i);
  }
  return kNone;
}

std::size_t Form::index_of(std::string_view path) const {
  const auto found = std::ranges::find(schema_.fields, path, &FormField::path);
  return static_cast<std::size_t>(found - schema_.fields.begin());
}

bool Form::is_skipped(const Plan& plan, std::span<const std::string_view> values) const {
  return !plan.unless.empty() && std::ranges::all_of(plan.unless, [&](const Condition& condition) {
    return is_blank(values[condition.field]) != condition.filled;
  });
}

void Form::check(std::span<const std::string_view> values, const FieldContext& context,
                 Findings& out) const {
  for (std::size_t i = 0; i < size(); ++i) check_one(i, values, context, out);
}

void Form::check_one(std::size_t i, std::span<const std::string_view> values,
                     const FieldContext& context, Findings& out) const {
  const Plan& plan = plans_[i];
  const FormField& field = schema_.fields[i];
  if (is_skipped(plan, values)) return;
  FieldContext own = context;
  if (plan.country != kNone) own.country = values[plan.country];
  if (plan.card_number != kNone) own.card_number = values[plan.card_number];
  own.region = value_at(values, plan.region);
  if (is_blank(values[i])) {
    const bool required = field.required == Required::yes ||
                          (field.required == Required::by_country && is_required(plan.rule, own));
    if (required) out.error(field.path, ErrorCode::field_required);
    return;
  }
  check_field(field.path, plan.rule, values[i], own, out);
}

bool split_values(std::string_view joined, std::span<std::string_view> values) {
  for (std::string_view& value : values) {
    const std::size_t end = joined.find(kValueSeparator);
    const bool last = &value == &values.back();
    if ((end == joined.npos) != last) return false;
    value = joined.substr(0, end);
    if (!last) joined.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace sealcart
