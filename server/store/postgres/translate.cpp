#include "store/postgres/translate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sealcart::server {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

// Longest first where one begins with another.
constexpr std::array<Word, 5> kWords = {{
    {"STRICT, WITHOUT ROWID", ""},
    {"STRICT", ""},
    {"INTEGER", "BIGINT"},
    {"BLOB", "BYTEA"},
    {"unixepoch()", "extract(epoch FROM now())::bigint"},
}};

constexpr std::string_view kForPostgres = "/*pg ";

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The length of what starts here and is taken over as it is: a comment, a text, a name, a sign.
std::size_t length_of_piece(std::string_view rest) {
  const auto up_to = [&](std::string_view end, std::size_t from) {
    const std::size_t at = rest.find(end, from);
    return at == std::string_view::npos ? rest.size() : at + end.size();
  };
  if (rest.starts_with("--")) return up_to("\n", 2);
  if (rest.starts_with("/*")) return up_to("*/", 2);
  if (rest.front() == '\'') return up_to("'", 1);
  const auto end = std::ranges::find_if_not(rest, is_of_word);
  return std::max<std::size_t>(1, static_cast<std::size_t>(end - rest.begin()));
}

const Word* word_at(std::string_view rest) {
  const auto* found = std::ranges::find_if(kWords, [&](const Word& word) {
    const std::size_t size = word.first.size();
    return rest.starts_with(word.first) && (rest.size() == size || !is_of_word(rest[size]));
  });
  return found == kWords.end() ? nullptr : found;
}

}  // namespace

std::string to_postgres(std::string_view sql) {
  std::string text;
  while (!sql.empty()) {
    std::size_t size = 0;
    if (const Word* word = word_at(sql)) {
      size = word->first.size();
      text += word->second;
    } else if (sql.starts_with("x'")) {
      size = 1 + length_of_piece(sql.substr(1));
      text += "'\\x";
      text += sql.substr(2, size - 2);
      text += "::bytea";
    } else {
      size = length_of_piece(sql);
      std::string_view piece = sql.substr(0, size);
      if (piece.starts_with(kForPostgres)) {
        piece = piece.substr(kForPostgres.size(), size - kForPostgres.size() - 2);
      }
      text += piece;
    }
    sql.remove_prefix(size);
  }
  return text;
}

}  // namespace sealcart::server
