#include "validate/phone_format.h"

#include <algorithm>

#include "validate/pattern.h"

namespace sealcart {
namespace {

std::size_t digits_of_letter(char letter) {
  return letter >= 'a' && letter <= 'q' ? static_cast<std::size_t>(letter - 'a' + 1) : 0;
}

bool is_group(std::string_view text, std::size_t at) {
  return text[at] == '$' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
}

void write_group(const PhoneGroups& groups, char number, std::string& out) {
  const auto index = static_cast<std::size_t>(number - '1');
  if (index < groups.count) out += groups.part[index];
}

}  // namespace

bool split_groups(std::string_view pattern, std::string_view digits, PhoneGroups& groups) {
  std::array<std::size_t, 9> most{};
  std::size_t least = 0;
  groups.count = 0;
  while (pattern.size() >= 3 && groups.count < most.size()) {
    const std::size_t end = std::min(pattern.find(')'), pattern.size() - 1);
    groups.least[groups.count] = digits_of_letter(pattern[1]);
    most[groups.count] = digits_of_letter(pattern[end == 0 ? 0 : end - 1]);
    least += groups.least[groups.count++];
    pattern.remove_prefix(end + 1);
  }
  std::size_t spare = digits.size() > least ? digits.size() - least : 0;
  for (std::size_t i = 0; i < groups.count; ++i) {  // the first groups take what they can
    const std::size_t own = groups.least[i];
    const std::size_t more = std::min(spare, most[i] > own ? most[i] - own : 0);
    spare -= more;
    groups.part[i] = digits.substr(0, own + more);
    digits.remove_prefix(groups.part[i].size());
  }
  groups.complete = digits.empty() && groups.count > 0 &&
                    groups.part[groups.count - 1].size() >= groups.least[groups.count - 1];
  return spare == 0 && groups.count > 0;
}

std::string write_groups(const PhoneGroups& groups, std::string_view text, std::string_view rule) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_group(text, i)) {
      out += text[i];
      continue;
    }
    const char number = text[++i];
    if (rule.empty()) {
      write_group(groups, number, out);
    } else {  // in a rule, $1 is the group it stands for
      for (std::size_t j = 0; j < rule.size(); ++j) {
        if (!is_group(rule, j)) {
          out += rule[j];
          continue;
        }
        ++j;
        write_group(groups, rule[j] == '1' ? number : rule[j], out);
      }
      rule = {};
    }
    // While typing: nothing after the last digit but a bracket that is due.
    const auto index = static_cast<std::size_t>(number - '1');
    if (!groups.complete && index < groups.count &&
        groups.part[index].size() < groups.least[index]) {
      break;
    }
  }
  while (!groups.complete && !out.empty() && std::string_view(" -./").contains(out.back())) {
    out.pop_back();
  }
  return out;
}

// The first format for such a number; nullptr when it is written as bare digits.
const PhoneFormat* format_for(std::string_view national, bool abroad, const PhoneFormats& formats,
                              std::uint16_t calling_code, PhoneGroups& groups) {
  for (const PhoneFormat& format : formats.of(calling_code)) {
    if (abroad && format.international == "-") continue;
    if (split_groups(format.groups, national, groups) && groups.complete &&
        match_prefix(format.leading, national, format.jumps)) {
      return &format;
    }
  }
  return nullptr;
}

namespace {

void add_extension(std::string& out, const PhoneNumber& number, const PhoneFormats& formats) {
  if (number.extension.size == 0) return;
  out.append(formats.extension_mark(number.calling_code)).append(number.extension.text());
}

}  // namespace

std::string phone_e164(const PhoneNumber& number) {
  if (number.calling_code == 0) return {};
  std::string out = "+" + std::to_string(number.calling_code);
  return out.append(number.national.text());
}

std::string phone_national(const PhoneNumber& number, const PhoneFormats& formats) {
  const std::string_view national = number.national.text();
  PhoneGroups groups;
  const PhoneFormat* format = format_for(national, false, formats, number.calling_code, groups);
  std::string out(national);
  if (format != nullptr) {
    out = write_groups(groups, format->national, format->prefix_rule);
  }
  add_extension(out, number, formats);
  return out;
}

std::string phone_international(const PhoneNumber& number, const PhoneFormats& formats) {
  if (number.calling_code == 0) return {};
  const std::string_view national = number.national.text();
  PhoneGroups groups;
  const PhoneFormat* format = format_for(national, true, formats, number.calling_code, groups);
  std::string out = "+" + std::to_string(number.calling_code) + " ";
  if (format == nullptr) {
    out += national;
  } else {
    out += write_groups(groups, international_of(*format), {});
  }
  add_extension(out, number, formats);
  return out;
}

}  // namespace sealcart
