#include <algorithm>

#include "pack_rows.h"
#include "validate/address_fields.h"
#include "validate/characters.h"

namespace sealcart {
namespace {

// What a field is called where the country has no word of its own for it.
std::string_view common_label(AddressField field) {
  constexpr std::string_view kLabels[] = {
      "country", "name",     "organization", "street",       "suburb",
      "city",    "province", "postal",       "sorting_code",
  };
  return kLabels[static_cast<std::size_t>(field)];
}

std::string_view label_of(AddressField field, const AddressCountry& country) {
  for (std::string_view rest = country.labels; !rest.empty();) {
    const std::string_view word = cut_before(rest, ' ');
    if (word.size() > 1 && word.front() == letter_of(field)) return word.substr(1);
  }
  return common_label(field);
}

std::string_view format_of(const AddressCountry& country, AddressScript script) {
  const bool latin = script == AddressScript::latin && !country.latin_format.empty();
  return latin ? country.latin_format : country.format;
}

// Appends a character as its capital. Letters whose capital depends on the language or is longer
// stay as they are.
void add_capital(std::string& out, std::string_view character) {
  const std::uint32_t code = first_character(character).code;
  const bool latin = code >= 0xE0 && code <= 0xFE && code != 0xF7;
  const bool greek = code >= 0x3B1 && code <= 0x3C9 && code != 0x3C2;
  const bool cyrillic = code >= 0x430 && code <= 0x44F;
  const bool more = code >= 0x450 && code <= 0x45F;
  const bool odd_pair = code >= 0x100 && code < 0x138 && code != 0x131 && code % 2 == 1;
  const bool even_pair = code >= 0x139 && code < 0x149 && code % 2 == 0;
  const bool odd_again = code >= 0x14A && code < 0x178 && code % 2 == 1;
  std::uint32_t capital = code;
  if (latin || greek || cyrillic) capital = code - 0x20;
  if (more) capital = code - 0x50;
  if (odd_pair || even_pair || odd_again) capital = code - 1;
  if (code < 0x80) {
    out += upper_ascii(character.front());
  } else if (capital == code) {
    out += character;
  } else {  // of two bytes
    out += static_cast<char>(0xC0 | capital >> 6);
    out += static_cast<char>(0x80 | (capital & 0x3F));
  }
}

// In Turkish and Azeri the capital of i has a dot.
void add_capitals(std::string& out, std::string_view text, std::string_view country) {
  const bool keeps_dot = country == "TR" || country == "AZ";
  while (!text.empty()) {
    const std::size_t size = first_character(text).size;
    if (keeps_dot && text.front() == 'i') {
      out += "\u0130";
    } else {
      add_capital(out, text.substr(0, size));
    }
    text.remove_prefix(size);
  }
}

class AddressPrinter {
 public:
  AddressPrinter(const PostalAddress& address, const AddressCountry& country)
      : address_(address), country_(country) {}

  void print(std::string_view format) {
    while (!format.empty()) {
      std::string_view line = cut_before(format, '|');
      start_line(line);
      for (; !line.empty(); line.remove_prefix(1)) {
        const AddressField field = field_of_letter(line.front());
        if (field == AddressField::country) {
          between_ += line.front();
        } else {
          add(field);
        }
      }
      if (!has_field_) line_ = between_;
      end_line();
    }
  }
  std::vector<std::string> lines() && { return std::move(lines_); }

 private:
  void start_line(std::string_view line) {
    between_.clear();
    passed_field_ = false;
    has_field_ = std::ranges::any_of(
        line, [](char c) { return field_of_letter(c) != AddressField::country; });
  }

  void end_line() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
  }

  // What stands between two fields is printed with both only; a word in front of one, with it.
  void add(AddressField field) {
    const std::string_view text = trim_html(address_.get(field));
    const std::string_view more =
        field == AddressField::street ? trim_html(address_.line2) : std::string_view();
    if (!text.empty()) {
      if (!line_.empty() || !passed_field_) line_ += between_;
      write(field, text);
    }
    passed_field_ = true;
    between_.clear();
    if (more.empty()) return;
    end_line();
    write(field, more);
  }

  void write(AddressField field, std::string_view text) {
    if (country_.upper.find(letter_of(field)) != std::string_view::npos) {
      add_capitals(line_, text, country_.code);
    } else {
      line_ += text;
    }
  }

  const PostalAddress& address_;
  const AddressCountry& country_;
  std::vector<std::string> lines_;
  std::string line_;
  std::string between_;  // what was passed since the last field
  bool has_field_ = false;
  bool passed_field_ = false;
};

}  // namespace

std::string_view PostalAddress::get(AddressField field) const {
  const std::string_view texts[] = {country, name,   organization, line1,       district,
                                    city,    region, postal_code,  sorting_code};
  return texts[static_cast<std::size_t>(field)];
}

PostalAddress postal_address(const Address& address) {
  PostalAddress out;
  out.country = address.country;
  out.name = address.name;
  out.line1 = address.line1;
  out.line2 = address.line2;
  out.city = address.city;
  out.region = address.region;
  out.postal_code = address.postal_code;
  return out;
}

bool AddressCountry::has(AddressField field) const {
  const char letter = letter_of(field);
  return format.find(letter) != format.npos || latin_format.find(letter) != latin_format.npos;
}

std::vector<AddressPart> address_layout(const AddressCountry& country, AddressScript script) {
  std::vector<AddressPart> parts;
  std::uint8_t line = 0;
  for (const char c : format_of(country, script)) {
    if (c == '|' && line < 0xFF) ++line;
    const AddressField field = field_of_letter(c);
    const bool known = std::ranges::find(parts, field, &AddressPart::field) != parts.end();
    if (field == AddressField::country || known) continue;
    AddressNeed need = AddressNeed::optional;
    if (country.asked.find(c) != std::string_view::npos) need = AddressNeed::asked;
    if (country.required.find(c) != std::string_view::npos) need = AddressNeed::required;
    parts.push_back({field, need, line, label_of(field, country)});
  }
  return parts;
}

std::vector<std::string> format_address(const PostalAddress& address, const AddressCountry& country,
                                        AddressScript script) {
  AddressPrinter printer(address, country);
  printer.print(format_of(country, script));
  return std::move(printer).lines();
}

}  // namespace sealcart
