// Reading a locale pack: fixed rows in a fixed order, then the symbols and the countries.
#include "sealcart/locale.h"

#include "pack_rows.h"
#include "utf8.h"

namespace sealcart {
namespace {

class LocalePack {
 public:
  explicit LocalePack(std::string_view pack) : rest_(pack), good_(pack.ends_with('\n')) {}

  bool good() const { return good_ && rest_.empty(); }
  void require(bool holds) { good_ = good_ && holds; }

  std::string_view header() {
    std::string_view line = cut_before(rest_, '\n');
    constexpr std::string_view kName = "sealcart-pack locale-";
    require(line.starts_with(kName));
    if (!good_) return {};
    line.remove_prefix(kName.size());
    const std::string_view tag = cut_before(line, ' ');
    require(!tag.empty() && tag.size() <= limits::kLocaleBytes && line.starts_with("1 "));
    return tag;
  }

  // The fields of the next line, which has to have this key.
  std::string_view row(std::string_view key) {
    std::string_view line = cut_before(rest_, '\n');
    require(cut_before(line, '\t') == key);
    return line;
  }

  std::string_view field(std::string_view& row) {
    const std::string_view text = cut_before(row, '\t');
    require(!text.empty());
    return text;
  }

  std::int32_t small(std::string_view& row) {
    const std::optional<std::int32_t> number = small_number(cut_before(row, '\t'));
    require(number && *number >= 1 && *number <= 9);
    return number.value_or(1);
  }

  SignedPattern pattern(std::string_view key) {
    std::string_view fields = row(key);
    const std::string_view positive = field(fields);
    const std::string_view negative = field(fields);
    require(positive.find('#') != positive.npos && negative.find('#') != negative.npos);
    return {positive, negative};
  }

  // As many lines as the row says, with the line feed before the first.
  std::string_view lines(std::string_view key) {
    const std::int32_t count = small_number(row(key)).value_or(-1);
    require(count >= 0);
    if (!good_) return {};
    const char* start = rest_.data() - 1;  // row() went past a line feed: the pack ends with one
    for (std::int32_t i = 0; i < count; ++i) {
      require(!rest_.empty() && cut_before(rest_, '\n').find('\t') != std::string_view::npos);
    }
    return {start, static_cast<std::size_t>(rest_.data() - start)};
  }

 private:
  std::string_view rest_;
  bool good_;
};

void read_digits(LocalePack& pack, Locale& locale) {
  std::string_view text = pack.row("digits");
  for (std::string_view& digit : locale.digits) {
    digit = text.substr(0, utf8_character(text));
    pack.require(!digit.empty());
    text.remove_prefix(digit.size());
  }
  pack.require(text.empty());
}

void read_marks(LocalePack& pack, Locale& locale) {
  std::string_view marks = pack.row("marks");
  locale.decimal = pack.field(marks);
  locale.group = pack.field(marks);
  locale.minus = pack.field(marks);
  locale.percent_sign = pack.field(marks);
  std::string_view grouping = pack.row("grouping");
  locale.minimum_grouping = pack.small(grouping);
  locale.primary_group = pack.small(grouping);
  locale.secondary_group = pack.small(grouping);
}

}  // namespace

Result<Locale> Locale::read(std::string_view bytes) {
  LocalePack pack(bytes);
  Locale locale;
  pack.require(bytes.size() <= limits::kPackBytes && utf8_prefix(bytes) == bytes.size());
  locale.tag = pack.header();
  const std::string_view direction = pack.row("direction");
  pack.require(direction == "ltr" || direction == "rtl");
  locale.right_to_left = direction == "rtl";
  read_digits(pack, locale);
  read_marks(pack, locale);
  locale.number = pack.pattern("number");
  locale.percent = pack.pattern("percent");
  locale.money = pack.pattern("money");
  locale.money_spaced = pack.pattern("money-spaced");
  locale.accounting = pack.pattern("accounting");
  locale.accounting_spaced = pack.pattern("accounting-spaced");
  locale.plural_rules = pack.row("plural");
  locale.display_digits = pack.row("display-digits");
  locale.symbols = pack.lines("symbols");
  locale.countries = pack.lines("countries");
  if (!pack.good()) return refuse(Error(ErrorCode::pack_invalid).with("pack", "locale"));
  return locale;
}

std::string_view country_name(std::string_view code, const Locale& locale) {
  return row_of(locale.countries, code);
}

}  // namespace sealcart
