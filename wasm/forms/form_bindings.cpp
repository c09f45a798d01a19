// Forms at the boundary. A check is asked for at every key stroke, so neither JSON nor a string for
// each field crosses: the values of a form come as one text, joined by U+001F, and findings go out
// as one text too (web/src/forms/findings.ts reads it).
#include <emscripten/bind.h>

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "arena.h"
#include "forms/tables.h"
#include "sealcart/form.h"
#include "sealcart/validate_request.h"

namespace {

using sealcart::Error;
using sealcart::ErrorCode;
using sealcart::FieldContext;
using sealcart::Finding;
using sealcart::Findings;
using sealcart::Form;
using sealcart::wasm::arena;
using sealcart::wasm::refused;
using sealcart::wasm::tables;
using sealcart::wasm::tell;

constexpr char kFindingEnd = '\x1E';  // information separator two
constexpr std::size_t kForms = 64;    // of one instance

struct Desk {
  std::vector<Form> forms;
  Findings findings;
  std::int64_t today = 0;
};

Desk& desk() {
  static Desk instance;
  return instance;
}

std::string_view text(unsigned length) { return arena().text(length); }

int load_pack(unsigned length) {
  const auto loaded = tables().load(std::string(text(length)));
  return loaded ? 0 : refused(loaded.error());
}

void set_today(double day) { desk().today = static_cast<std::int64_t>(day); }

// The form's number, or -1 with the error in the output.
int keep(sealcart::FormSchema schema) {
  auto form = Form::make(std::move(schema));
  if (!form || desk().forms.size() == kForms) {
    const auto full = Error(ErrorCode::list_too_long, "forms").with("max", std::int64_t{kForms});
    return -refused(form ? full : form.error());
  }
  desk().forms.push_back(*std::move(form));
  return static_cast<int>(desk().forms.size()) - 1;
}

int open_form(unsigned length) {
  for (const sealcart::FormSchema& schema : sealcart::checkout_forms()) {
    if (schema.name == text(length)) return keep(schema);
  }
  return -refused(Error(ErrorCode::form_unknown).with("form", text(length).substr(0, 64)));
}

int define_form(unsigned length) {
  auto schema = sealcart::read_json<sealcart::FormSchema>(text(length));
  return schema ? keep(*std::move(schema)) : -refused(schema.error());
}

// field US severity US code US suggestion (US name US value)* RS
void write_findings(const Form& form) {
  std::string& out = arena().out;
  out.clear();
  for (const Finding& finding : desk().findings.all()) {
    out += std::to_string(form.index_of(finding.path));
    out += sealcart::kValueSeparator;
    out += finding.severity == sealcart::Severity::error ? '0' : '1';
    out += sealcart::kValueSeparator;
    out += sealcart::error_name(finding.code);
    out += sealcart::kValueSeparator;
    out += finding.suggestion;
    for (const sealcart::ErrorParam& param : finding.params) {
      (out += sealcart::kValueSeparator) += param.name;
      (out += sealcart::kValueSeparator) += param.value;
    }
    out += kFindingEnd;
  }
}

// How many findings there are, told in the output; -1 with an error for values of another form.
int check(unsigned number, unsigned length, std::size_t only) {
  Desk& d = desk();
  if (number >= d.forms.size()) return -refused(Error(ErrorCode::form_unknown).with("form", ""));
  const Form& form = d.forms[number];
  std::array<std::string_view, sealcart::limits::kFormFields> room;
  const std::span<std::string_view> values(room.data(), form.size());
  if (length > sealcart::limits::kFormBytes) {
    return -refused(Error(ErrorCode::text_too_long)
                        .with("max", static_cast<std::int64_t>(sealcart::limits::kFormBytes)));
  }
  if (!sealcart::split_values(text(length), values)) return -refused(ErrorCode::field_missing);
  FieldContext context;
  context.today = d.today;
  context.tables = tables().tables();
  d.findings.clear();
  if (only < form.size()) {
    form.check_one(only, values, context, d.findings);
  } else {
    form.check(values, context, d.findings);
  }
  const auto count = static_cast<int>(d.findings.all().size());
  if (count > 0) write_findings(form);
  return count;
}

int check_form(unsigned form, unsigned length) {
  return check(form, length, sealcart::limits::kFormFields);
}
int check_form_field(unsigned form, unsigned field, unsigned length) {
  return check(form, length, field);
}

int validate_value(unsigned length) {
  const auto request = sealcart::read_json<sealcart::ValidateRequest>(text(length));
  if (!request) return refused(request.error());
  const auto verdict = sealcart::validate(*request, tables());
  return verdict ? tell(*verdict) : refused(verdict.error());
}

// The groups as printed are in the output. Bits: 0 valid, 1 may become valid, 2 complete; from 4 on
// digits of the security code, from 8 on the brand: its place in the table and one.
int type_card(unsigned length) {
  const auto state = sealcart::read_card_number(text(length));
  arena().out = sealcart::card_number_display(text(length));
  int bits = (state.valid ? 1 : 0) | (state.potentially_valid ? 2 : 0) | (state.complete ? 4 : 0);
  if (state.brand != nullptr) {
    const auto place = static_cast<int>(state.brand - &sealcart::card_brand(0));
    bits |= state.brand->code_digits << 4 | (place + 1) << 8;
  }
  return bits;
}

// `country`: its two letters as one number, the first times 256.
int type_phone(unsigned country, unsigned length) {
  const auto* phones = tables().tables().phones;
  const auto* formats = tables().phone_formats();
  if (phones == nullptr || formats == nullptr) {
    return refused(Error(ErrorCode::pack_missing).with("pack", "phone"));
  }
  const std::array<char, 2> letters{static_cast<char>(country >> 8), static_cast<char>(country)};
  arena().out = sealcart::phone_as_typed(text(length), {letters.data(), 2}, *phones, *formats);
  return 0;
}

}  // namespace

EMSCRIPTEN_BINDINGS(sealcart_forms) {
  emscripten::function("loadPack", &load_pack);
  emscripten::function("setToday", &set_today);
  emscripten::function("openForm", &open_form);
  emscripten::function("defineForm", &define_form);
  emscripten::function("checkForm", &check_form);
  emscripten::function("checkFormField", &check_form_field);
  emscripten::function("validate", &validate_value);
  emscripten::function("typeCard", &type_card);
  emscripten::function("typePhone", &type_phone);
}
