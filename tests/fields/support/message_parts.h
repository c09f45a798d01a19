// A text of a pack of messages, taken apart.
#pragma once

#include <regex>
#include <set>
#include <string>
#include <vector>

namespace sealcart {

struct MessageParts {
  std::set<std::string> placeholders;          // their names
  std::vector<std::set<std::string>> plurals;  // the categories of each
  std::string words;  // of the text, # for each placeholder, and of plural forms
};

// A brace that belongs to no placeholder stays in `words`.
inline MessageParts message_parts(const std::string& text) {
  static const std::regex placeholder(R"(\{(\w+)(?:|, number|, plural,((?: \w+ \{[^{}]*\})+))\})");
  static const std::regex form(R"((\w+) \{([^{}]*)\})");
  MessageParts parts;
  for (std::sregex_iterator at(text.begin(), text.end(), placeholder), end; at != end; ++at) {
    parts.placeholders.insert((*at)[1]);
    const std::string forms = (*at)[2];
    if (forms.empty()) continue;
    std::set<std::string>& categories = parts.plurals.emplace_back();
    for (std::sregex_iterator one(forms.begin(), forms.end(), form); one != end; ++one) {
      categories.insert((*one)[1]);
      parts.words += (*one)[2].str() + " ";
    }
  }
  parts.words += std::regex_replace(text, placeholder, "#");
  return parts;
}

}  // namespace sealcart
